#include "batch/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "batch/input.h"

/* A bomb: text shrinks to a third, much alike text to a fiftieth. Beyond this ratio, and more than a few documents, an archive is made to hurt. */
#define MOST_RATIO 200
#define FREE_BYTES ((int64_t)64 << 20)

typedef struct reading {
  const batch_archive_taker *taker;
  struct archive *archive;
  const char *path, *name;
  unsigned long long members;
  int64_t unpacked; /* bytes so far */
  batch_bytes bytes;
} reading;

static int refuse_member(reading *r, const char *member, const char *reason) {
  char path[2 * BATCH_NAME_ROOM];
  snprintf(path, sizeof path, "%.4000s%s%.4000s", r->path, member[0] == '/' ? "" : "/", member);
  return r->taker->refuse(r->taker->context, path, reason);
}

static bool is_bomb(const reading *r) {
  return r->unpacked > FREE_BYTES && r->unpacked / MOST_RATIO > archive_filter_bytes(r->archive, -1);
}

/* Why a member's name can't be used; NULL for one that can. */
static const char *fault_of(const char *name) {
  if (name[0] == '/') return "has an absolute name";
  for (const char *part = name; part != NULL; part = strchr(part, '/'), part = part == NULL ? NULL : part + 1)
    if (part[0] == '.' && part[1] == '.' && (part[2] == '/' || part[2] == '\0')) return "has a name that leads out of the archive";
  return NULL;
}

/* As in a folder: what a leading dot hides is passed over, and so is what the Mac's archiver adds. */
static bool is_hidden(const char *name) {
  if (strncmp(name, "__MACOSX/", 9) == 0) return true;
  for (const char *part = name; part != NULL; part = strchr(part, '/'), part = part == NULL ? NULL : part + 1)
    if (part[0] == '.' && part[1] != '/' && part[1] != '\0' && !(part[1] == '.' && (part[2] == '/' || part[2] == '\0')))
      return true;
  return false;
}

/* Unpacks the member at hand, or only counts what it would be where it is not kept. -1: the archive is damaged; -2: it is a bomb; 1: the member is over
 * the limit. */
static int unpack(reading *r, bool keep) {
  char block[65536];
  r->bytes.length = 0;
  for (;;) {
    la_ssize_t got = archive_read_data(r->archive, block, sizeof block);
    if (got == ARCHIVE_RETRY) continue;
    if (got < 0) return -1;
    if (got == 0) return keep ? 0 : 1;
    r->unpacked += got;
    if (is_bomb(r)) return -2;
    if (r->bytes.length + (size_t)got > r->taker->max_bytes) keep = false;
    if (keep) batch_bytes_add(&r->bytes, block, (size_t)got);
  }
}

static int take_member(reading *r, struct archive_entry *entry, const char *member, bool *ended) {
  char path[2 * BATCH_NAME_ROOM], name[BATCH_NAME_ROOM], reason[256];
  bool large = archive_entry_size_is_set(entry) && archive_entry_size(entry) > (int64_t)r->taker->max_bytes;
  int outcome = unpack(r, !large);
  if (outcome == 1) {
    snprintf(reason, sizeof reason, "has more than the limit of %zu bytes (--max-bytes)", r->taker->max_bytes);
    return refuse_member(r, member, reason);
  }
  if (outcome < 0) {
    const char *words = archive_error_string(r->archive);
    *ended = outcome == -2;
    snprintf(reason, sizeof reason, "%s", outcome == -2 ? "unpacks to over 200 times its size: the rest of the archive is not read"
                                                        : (words == NULL ? "is damaged" : words));
    return refuse_member(r, member, reason);
  }
  int shown = snprintf(path, sizeof path, "%s/%s", r->path, member);
  int named = snprintf(name, sizeof name, "%s/%s", r->name, member);
  if (r->bytes.failed || shown < 0 || named < 0 || (size_t)shown >= sizeof path || (size_t)named >= sizeof name)
    return refuse_member(r, member, r->bytes.failed ? "out of memory" : "has too long a name");
  return r->taker->take(r->taker->context, path, name, r->bytes.data == NULL ? "" : r->bytes.data, r->bytes.length);
}

static int take_entry(reading *r, struct archive_entry *entry, bool *ended) {
  /* In the C locale only the UTF-8 of modern archives can be had as such; older ones give the bytes. */
  const char *member = archive_entry_pathname_utf8(entry);
  if (member == NULL) member = archive_entry_pathname(entry);
  if (member == NULL) member = "?";
  while (member[0] == '.' && member[1] == '/') member += 2;
  r->members++;
  if (archive_entry_filetype(entry) == AE_IFDIR || is_hidden(member)) return 0;
  const char *fault = fault_of(member);
  if (fault == NULL && (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != NULL))
    fault = "is not a regular file";
  if (fault == NULL && batch_is_archive(member)) fault = "is an archive in an archive, which is not read";
  return fault != NULL ? refuse_member(r, member, fault) : take_member(r, entry, member, ended);
}

static int read_members(reading *r) {
  struct archive_entry *entry;
  bool ended = false;
  for (int stop = 0; stop == 0 && !ended;) {
    int status = archive_read_next_header(r->archive, &entry);
    if (status == ARCHIVE_EOF) return 0;
    if (status == ARCHIVE_RETRY) continue;
    if (status == ARCHIVE_FATAL || status == ARCHIVE_FAILED) {
      char reason[256];
      const char *words = archive_error_string(r->archive);
      snprintf(reason, sizeof reason, "is damaged behind %llu members: %.150s", r->members, words == NULL ? "?" : words);
      return r->taker->refuse(r->taker->context, r->path, reason);
    }
    stop = take_entry(r, entry, &ended);
    if (stop != 0) return stop;
  }
  return 0;
}

static bool support(struct archive *archive) {
  return archive_read_support_format_tar(archive) == ARCHIVE_OK && archive_read_support_format_zip(archive) == ARCHIVE_OK &&
         archive_read_support_filter_gzip(archive) == ARCHIVE_OK && archive_read_support_filter_zstd(archive) == ARCHIVE_OK &&
         archive_read_support_filter_xz(archive) == ARCHIVE_OK && archive_read_support_filter_bzip2(archive) == ARCHIVE_OK;
}

int batch_archive_read(const char *path, const char *name, const batch_archive_taker *taker) {
  reading r = {.taker = taker, .path = path, .name = name, .archive = archive_read_new()};
  if (r.archive == NULL || !support(r.archive)) {
    archive_read_free(r.archive);
    return taker->refuse(taker->context, path, "out of memory");
  }
  int stop;
  if (archive_read_open_filename(r.archive, path, 65536) == ARCHIVE_OK) {
    stop = read_members(&r);
  } else {
    char reason[256];
    const char *words = archive_error_string(r.archive);
    snprintf(reason, sizeof reason, "can't be read as an archive: %.200s", words == NULL ? "?" : words);
    stop = taker->refuse(taker->context, path, reason);
  }
  archive_read_free(r.archive);
  batch_bytes_free(&r.bytes);
  return stop;
}
