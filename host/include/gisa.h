/* gisa: a scriptable extraction host for news articles.
 *
 * An engine loads extractors (Lua files) once. Each call of gisa_extract() takes one article's bytes apart, runs
 * the extractors over it, and gives one result that can be written as YAML or JSON; every record in it carries the
 * bytes of the source that it came from.
 *
 *     gisa_engine *engine = gisa_engine_new(NULL);
 *     gisa_engine_add_plugins(engine, "plugins");
 *     if (gisa_engine_load(engine) != GISA_OK) puts(gisa_engine_message(engine));
 *     gisa_result *result;
 *     if (gisa_extract(engine, &(gisa_input){.bytes = text, .length = length, .path = "a.md"}, &result) == GISA_OK)
 *       gisa_result_write(result, GISA_YAML, write_to_file, file);
 *     gisa_engine_free(engine);
 *
 * An engine belongs to one thread at a time; engines share nothing that changes, so each thread may have its own.
 * The library prints nothing, never exits and handles no signals. Strings are UTF-8 with a NUL behind them; lengths and offsets
 * are bytes.
 */
#ifndef GISA_H
#define GISA_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define GISA_API __attribute__((visibility("default")))
#else
#define GISA_API
#endif

/* ---- Errors ---------------------------------------------------------------------------------------------- */

/* What a call came to. */
typedef enum gisa_status {
  GISA_OK = 0,
  GISA_NO_MEMORY, /* memory is out */
  GISA_IO,        /* a file can't be read, or a writer said stop */
  GISA_TOO_LARGE, /* the input is over a limit */
  GISA_ENCODING,  /* the name of an encoding is unknown */
  GISA_EXTRACTOR, /* at least one extractor can't be used; the others can */
  GISA_USAGE      /* a call that makes no sense: an unknown name, a call out of order */
} gisa_status;

/* A few words for a status, for a message. Static. */
GISA_API const char *gisa_status_text(gisa_status status);

/* The library's version, "0.1.0". Static. */
GISA_API const char *gisa_version(void);

/* ---- Engine ---------------------------------------------------------------------------------------------- */

/* Extractors that are loaded once and run over any number of articles. */
typedef struct gisa_engine gisa_engine;

/* Where memory comes from. resize has the meaning of realloc(block, size): block NULL allocates, size 0 frees and returns
 * NULL; NULL for a size above 0 is a failure and leaves the block as it was. libyaml and jansson use malloc beside it. */
typedef struct gisa_allocator {
  void *(*resize)(void *context, void *block, size_t size);
  void *context;
} gisa_allocator;

/* A new engine without extractors. allocator may be NULL for the C library's. NULL when memory is out.
 * Free it with gisa_engine_free(). */
GISA_API gisa_engine *gisa_engine_new(const gisa_allocator *allocator);

/* Frees an engine with everything that came from it. engine may be NULL. */
GISA_API void gisa_engine_free(gisa_engine *engine);

/* What the last failed call on this engine had to say: one or more lines, never NULL. Owned by the engine, until its next call. */
GISA_API const char *gisa_engine_message(const gisa_engine *engine);

/* Adds a folder of extractors: each FOLDER/NAME/extractor.lua is one, FOLDER/lib holds modules that they share. Of two
 * extractors of one name the one that was added later counts. Before gisa_engine_load(). The path is copied.
 * GISA_IO: no such folder. */
GISA_API gisa_status gisa_engine_add_plugins(gisa_engine *engine, const char *folder);

/* Chooses extractors by name, separated by commas; what they need runs too but does not show in results. Default: all.
 * Before gisa_engine_load(), which checks the names. */
GISA_API gisa_status gisa_engine_choose(gisa_engine *engine, const char *names);

/* What an article and a call of an extractor may cost. Each extractor has the call's limits for itself, on every article anew; one that spends
 * a limit has the status "limit", which names the limit, and costs no other extractor anything. All but milliseconds count work and not
 * time, so that an article gives the same answer on every machine. The defaults are right for news. A text of more than 64 kB may have
 * instructions, match_steps, record_bytes and milliseconds as many times more as it is longer, and 4 bytes of memory more for each of its bytes. */
typedef struct gisa_limits {
  size_t source_bytes;         /* of an article's file, 4 MB: a larger one is refused with GISA_TOO_LARGE */
  size_t front_matter_bytes;   /* 64 kB: larger front matter is read as text, with a diagnostic */
  uint32_t front_matter_depth; /* levels of lists and maps in it, 32: libyaml's time is quadratic in them */
  size_t memory;               /* bytes of one extractor, 16 MB: its code, word lists and patterns, and what a call makes */
  uint64_t instructions;       /* of Lua, a call: 5,000,000, or about 50 ms; functions of the host charge their work here too */
  uint64_t match_steps;        /* items of patterns tried, a call: 20,000,000, or about 0.2 s */
  size_t record_bytes;         /* of a call's records, 1 MB */
  uint32_t records;            /* of a call, 100,000 */
  uint32_t milliseconds;       /* of processor time a call, 1000; 0 for no limit. The last resort, for work that no count sees */
} gisa_limits;

/* The limits of an engine as they are now. */
GISA_API void gisa_engine_limits(const gisa_engine *engine, gisa_limits *limits);

/* Sets all of them. Before gisa_engine_load(). GISA_USAGE with a message for a value out of range. */
GISA_API gisa_status gisa_engine_set_limits(gisa_engine *engine, const gisa_limits *limits);

/* Sets one by the name of its member, from text: "memory" to "32M" (k, M, G: times 1024 each). Otherwise as above; GISA_USAGE
 * also for an unknown name. */
GISA_API gisa_status gisa_engine_set_limit(gisa_engine *engine, const char *name, const char *value);

/* Reads a configuration file, in YAML:
 *
 *     extractors:
 *       attendees: {limit: 12}
 *     limits:
 *       memory: 32M
 *
 * The limits are set at once, the extractors' settings by gisa_engine_load(). Before gisa_engine_load(). GISA_IO: no such file;
 * GISA_USAGE: not YAML, an unknown key or limit; both with a message that names the file. */
GISA_API gisa_status gisa_engine_configure(gisa_engine *engine, const char *path);

/* Loads the extractors. GISA_OK; GISA_EXTRACTOR where some can't be used (the message tells each with its file, and the rest is
 * ready: results name the broken ones with status "error"); GISA_USAGE for a chosen name or a configured setting that does not exist; GISA_NO_MEMORY. */
GISA_API gisa_status gisa_engine_load(gisa_engine *engine);

/* Sets a key of an extractor's configuration, "attendees.limit" to "12". After gisa_engine_load(). The value is read as the type of the
 * extractor's default. GISA_USAGE with a message for an unknown extractor or key, or a value of the wrong type. */
GISA_API gisa_status gisa_engine_set(gisa_engine *engine, const char *key, const char *value);

/* What an extractor says of itself. All strings are owned by the engine and live as long as it. */
typedef struct gisa_extractor_info {
  const char *name, *version, *summary;
  const char *path;         /* its file */
  const char *const *needs; /* names, NULL-terminated */
  int chosen;               /* 1 where its records show in results */
} gisa_extractor_info;

/* The extractors that are ready, in the order in which they run. index counts from 0; 0 is returned behind the last. */
GISA_API int gisa_engine_extractor(const gisa_engine *engine, size_t index, gisa_extractor_info *info);

/* A field of an extractor's records: field counts from 0, 0 is returned behind the last. Strings as above; type is
 * the spelling of `fields`, e.g. "span?", in the caller's room of 48 bytes. */
GISA_API int gisa_engine_field(const gisa_engine *engine, size_t index, size_t field, const char **name, char type[48],
                               const char **description);

/* What an engine is at while it works on an article. */
typedef enum gisa_stage {
  GISA_STAGE_TEXT,      /* bytes to clean text */
  GISA_STAGE_DOCUMENT,  /* front matter, layout, sentences */
  GISA_STAGE_EXTRACTOR, /* one extractor, looking for its triggers included */
  GISA_STAGE_RESULT,    /* building the result */
  GISA_STAGE_NONE       /* gisa_extract() returns */
} gisa_stage;

/* Is told of every stage as it begins; extractor is an index as in gisa_engine_extractor(), and 0 in other stages. It is called some ten
 * times an article and must be quick: it is for a supervisor that wants to know what hung, and for timing. */
typedef void gisa_watch_fn(void *context, gisa_stage stage, size_t extractor);

/* Sets who is told; NULL for nobody. */
GISA_API void gisa_engine_watch(gisa_engine *engine, gisa_watch_fn *watch, void *context);

/* ---- Extraction ------------------------------------------------------------------------------------------ */

/* An extractor that is not to run on an article, for instance because it brought a process down there. The result gives it the status
 * "limit" or "error" and a diagnostic with the reason; those that need it find no records. */
typedef struct gisa_without {
  size_t extractor; /* as in gisa_engine_extractor() */
  int limit;        /* 1: its status is "limit"; 0: "error" */
  const char *reason;
} gisa_without;

/* One article. bytes may hold anything; they are read, not kept, but must stay until the result has been written. */
typedef struct gisa_input {
  const char *bytes;
  size_t length;
  const char *path;     /* as it shows in the result; its file name is the article's id where front matter has none. May be NULL */
  const char *encoding; /* an iconv name, or NULL: a BOM decides, else UTF-8 or what the bytes look like */
  const char *meta;     /* a JSON object whose keys come on top of the front matter (`id`, `title`, …), or NULL */
  size_t meta_length;
  const gisa_without *without; /* extractors that are not to run; their number may be 0 */
  size_t without_count;
} gisa_input;

/* What the extractors of an engine found in one article. */
typedef struct gisa_result gisa_result;

/* Takes one article apart. *result is owned by the engine and lives until its next gisa_extract(). Any bytes give a result; the errors are
 * GISA_NO_MEMORY, GISA_ENCODING, GISA_TOO_LARGE (over source_bytes) and GISA_USAGE (before gisa_engine_load(), or meta is no JSON object). */
GISA_API gisa_status gisa_extract(gisa_engine *engine, const gisa_input *input, gisa_result **result);

/* Stands for all beside the source's bytes that a result depends on: the extractors, their files and settings, this version, and the input's
 * encoding and meta. "sha256:…", for an input with encoding or meta "sha256:…+…" of which the part before the plus sign is the engine's own. As in
 * the result's `made_with`: where it and the source's digest are the same, so is the result. input may be NULL.
 * Owned by the engine, until its next call. After gisa_engine_load(). */
GISA_API const char *gisa_engine_digest(gisa_engine *engine, const gisa_input *input);

/* How a result is written. */
typedef enum gisa_format {
  GISA_YAML,  /* one YAML document, with its `---` line */
  GISA_JSON,  /* one JSON text, indented */
  GISA_NDJSON /* one JSON text on one line */
} gisa_format;

/* Receives the bytes of a result. Returns 0 to go on; anything else ends the writing with GISA_IO. */
typedef int gisa_write_fn(void *context, const char *bytes, size_t length);

/* Writes a result. The same input and extractors give the same bytes. GISA_OK, GISA_IO, GISA_NO_MEMORY. */
GISA_API gisa_status gisa_result_write(const gisa_result *result, gisa_format format, gisa_write_fn *write, void *context);

/* How many extractors ended in "error" or "limit" on this article. 0: all is well. */
GISA_API size_t gisa_result_failures(const gisa_result *result);

/* What one extractor made of the article. */
typedef struct gisa_outcome {
  const char *name;
  const char *status; /* "ok", "empty", "skipped", "error" or "limit"; static */
  size_t records;
} gisa_outcome;

/* The outcome of the extractor at index, as in gisa_engine_extractor(). 0 is returned behind the last. */
GISA_API int gisa_result_outcome(const gisa_result *result, size_t index, gisa_outcome *outcome);

/* One failure, for a log: "quotes: error: …". index counts from 0; NULL behind the last. Owned by the result. */
GISA_API const char *gisa_result_failure(const gisa_result *result, size_t index);

/* ---- Merging --------------------------------------------------------------------------------------------- */

/* Results of many documents as one. Records that are equal in their extractor's `identity`, folded (width, case, white space, punctuation,
 * particles do not count), become one with all variants and sources; longer texts (quotes) are one too where a few words differ.
 * Adding is associative, commutative and idempotent: any order and grouping of the same results writes the same bytes, a result that is
 * added twice counts once, and what a merge wrote can be added to another. Memory grows with the records that differ and some bytes for
 * each place, not with documents. No extractors are needed. A merge belongs to one thread at a time. */
typedef struct gisa_merge gisa_merge;

/* An empty merge; allocator as for gisa_engine_new(). NULL when memory is out. Free it with gisa_merge_free(). */
GISA_API gisa_merge *gisa_merge_new(const gisa_allocator *allocator);
GISA_API void gisa_merge_free(gisa_merge *merge);

/* What the last failed call had to say: one line, never NULL. Owned by the merge, until its next call. */
GISA_API const char *gisa_merge_message(const gisa_merge *merge);

/* Adds what gisa wrote, of a document or of a merge: one JSON text, or a stream of YAML documents. Nothing of bytes is kept. A result is
 * added whole or not at all (of a stream, those before the broken one are). GISA_USAGE with a message: it can't be read, was cut off, has
 * another layout, is an error record, or comes from a version of an extractor that has another identity. GISA_ENCODING, GISA_TOO_LARGE,
 * GISA_NO_MEMORY. */
GISA_API gisa_status gisa_merge_add(gisa_merge *merge, const char *bytes, size_t length);

/* Adds a result without writing and reading it. Errors as above. */
GISA_API gisa_status gisa_merge_add_result(gisa_merge *merge, const gisa_result *result);

/* How many different engines' digests (`made_with`) the results had: above 1 they come from different extractors, versions or settings. */
GISA_API size_t gisa_merge_makers(const gisa_merge *merge);

/* Writes the merged result, record by record; more can be added afterwards. GISA_OK; GISA_IO or GISA_NO_MEMORY after a part of it, which
 * gisa_merge_add() knows for one. */
GISA_API gisa_status gisa_merge_write(gisa_merge *merge, gisa_format format, gisa_write_fn *write, void *context);

#ifdef __cplusplus
}
#endif

#endif
