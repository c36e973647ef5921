#include <stdio.h>
#include <string.h>

#include "document/author.h"

typedef struct scanner {
  const char *at, *stop;
} scanner;

typedef struct moment {
  int year, month, day, hour, minute, second; /* hour, second: -1 where not written */
  const char *zone;
  int zone_length;
} moment;

static void skip_spaces(scanner *in) {
  while (in->at < in->stop && (*in->at == ' ' || *in->at == '\t')) in->at++;
}

static bool take(scanner *in, const char *literal) {
  size_t length = strlen(literal);
  if ((size_t)(in->stop - in->at) < length || memcmp(in->at, literal, length) != 0) return false;
  in->at += length;
  return true;
}

static bool take_number(scanner *in, int least, int most, int *number) {
  const char *start = in->at;
  *number = 0;
  while (in->at < in->stop && in->at - start < most && *in->at >= '0' && *in->at <= '9')
    *number = *number * 10 + (*in->at++ - '0');
  return in->at - start >= least;
}

static bool is_date(int year, int month, int day) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1883 || month < 1 || month > 12 || day < 1) return false; /* the first Korean newspaper */
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= days[month - 1] + (month == 2 && leap);
}

/* `2025-12-30`, `2025.12.30.`, `2025. 12. 30.`, `2025/12/30`, `2025년 12월 30일` */
static bool take_date(scanner *in, moment *found) {
  static const char *const marks[][3] = {{"-", "-", ""}, {".", ".", "."}, {"/", "/", ""}, {"년", "월", "일"}};
  if (!take_number(in, 4, 4, &found->year)) return false;
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    if (!take(in, marks[i][0])) continue;
    skip_spaces(in);
    if (!take_number(in, 1, 2, &found->month) || !take(in, marks[i][1])) return false;
    skip_spaces(in);
    if (!take_number(in, 1, 2, &found->day)) return false;
    if (!take(in, marks[i][2]) && i == 3) return false;
    return is_date(found->year, found->month, found->day);
  }
  return false;
}

static bool take_zone(scanner *in, moment *found) {
  found->zone = in->at;
  if (take(in, "Z")) {
    found->zone_length = 1;
  } else if (take(in, "+") || take(in, "-")) {
    int number;
    if (!take_number(in, 2, 2, &number)) return false;
    take(in, ":");
    if (!take_number(in, 2, 2, &number)) return false;
    found->zone_length = (int)(in->at - found->zone);
  }
  return true;
}

/* `09:30`, `09:30:12`, `오전 9:30`, `오후 3시 20분` */
static bool take_time(scanner *in, moment *found) {
  bool morning = take(in, "오전") || take(in, "AM"), afternoon = !morning && (take(in, "오후") || take(in, "PM"));
  skip_spaces(in);
  if (!take_number(in, 1, 2, &found->hour)) return false;
  if (take(in, ":")) {
    if (!take_number(in, 2, 2, &found->minute)) return false;
    if (take(in, ":") && !take_number(in, 2, 2, &found->second)) return false;
  } else {
    if (!take(in, "시")) return false;
    skip_spaces(in);
    if (take_number(in, 1, 2, &found->minute) && !take(in, "분")) return false;
  }
  if (morning || afternoon) {
    if (found->hour < 1 || found->hour > 12) return false;
    found->hour = found->hour % 12 + (afternoon ? 12 : 0);
  }
  return found->hour < 24 && found->minute < 60 && found->second < 60;
}

static bool read_moment(scanner in, moment *found) {
  skip_spaces(&in);
  if (!take_date(&in, found)) return false;
  bool joined = take(&in, "T");
  skip_spaces(&in);
  if (in.at == in.stop) return !joined;
  if (!take_time(&in, found)) return false;
  if (take(&in, ".")) { /* fractions of a second */
    int fraction;
    if (found->second < 0 || !take_number(&in, 1, 9, &fraction)) return false;
  }
  skip_spaces(&in);
  if (!take_zone(&in, found)) return false;
  skip_spaces(&in);
  return in.at == in.stop;
}

gs_value *gs_date(gs_arena *arena, const char *bytes, size_t length) {
  moment found = {.hour = -1, .second = -1};
  if (!read_moment((scanner){bytes, bytes + length}, &found)) return gs_string(arena, bytes, length);
  char written[64];
  int size = snprintf(written, sizeof written, "%04d-%02d-%02d", found.year, found.month, found.day);
  if (found.hour >= 0)
    size += snprintf(written + size, sizeof written - (size_t)size, "T%02d:%02d", found.hour, found.minute);
  if (found.second >= 0) size += snprintf(written + size, sizeof written - (size_t)size, ":%02d", found.second);
  if (found.hour >= 0 && found.zone_length > 0)
    size += snprintf(written + size, sizeof written - (size_t)size, "%.*s", found.zone_length, found.zone);
  return gs_string_copy(arena, written, (size_t)size);
}
