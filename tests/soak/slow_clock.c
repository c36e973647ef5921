/* Clocks that go fifty times slower, so that what runs under valgrind finds as much time as without it: the limit of milliseconds ends no
 * call that it would not have ended, and tests of how long something takes still say something. Loaded before all other libraries (LD_PRELOAD). */
#include <stdint.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define SLOWER 50 /* Memcheck itself takes some thirty times as long */
#define SECOND UINT64_C(1000000000)

/* The date stays what it is. */
int clock_gettime(clockid_t clock, struct timespec *at) {
  if (syscall(SYS_clock_gettime, clock, at) != 0) return -1;
  if (clock == CLOCK_REALTIME) return 0;
  uint64_t passed = ((uint64_t)at->tv_sec * SECOND + (uint64_t)at->tv_nsec) / SLOWER;
  at->tv_sec = (time_t)(passed / SECOND);
  at->tv_nsec = (long)(passed % SECOND);
  return 0;
}

clock_t clock(void) {
  struct timespec at;
  if (clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at) != 0) return -1;
  return (clock_t)(at.tv_sec * CLOCKS_PER_SEC + at.tv_nsec / (long)(SECOND / CLOCKS_PER_SEC));
}
