/* Results of many documents as one: what the files of the merge share.
 *
 * A merge holds a set of statements, each "this extractor found a record of these fields at this place of this document". Adding a result
 * adds its statements, adding a merged result adds those that it was written from, and adding what is there changes nothing. So in
 * whatever order and grouping results come together, the set is the same, and what is written is made from the set alone.
 * That is why merging is associative, commutative and idempotent; what belongs together is only decided while writing, because likeness is
 * not transitive and could not be decided pair by pair. */
#ifndef GS_ENGINE_MERGE_H
#define GS_ENGINE_MERGE_H

#include "engine/fold.h"
#include "gisa.h"
#include "record/read.h"
#include "record/value.h"

/* The layout of a merged result, in its key `merged`. */
#define GS_MERGED_LAYOUT 1

/* A place of a document: offsets into its source, stop excluded. */
typedef struct gs_place {
  uint32_t document; /* its number in the merge, or its rank while writing */
  uint32_t start, stop;
} gs_place;

/* The structures below begin with a value, so that a map of values is a dictionary of them. */

/* The fields of a record, with all the places that it was found at. Trees take five times what their JSON takes, so they are only made where
 * they are looked at. */
typedef struct gs_form {
  gs_value fields; /* a string: as JSON, a map without `at`, keys in order, lists sorted and without repetition */
  gs_place *places;
  uint32_t count, room;
} gs_form;

/* What one extractor found. */
typedef struct gs_aspect {
  gs_value identity; /* a list of field names */
  gs_value *fields;  /* a map: each field to true where it holds lists, else to null; in the records' order */
  gs_value *forms;   /* a map: a form's fields as JSON to the gs_form */
  bool mixed;        /* records came with different fields, or with the same in different orders */
} gs_aspect;

typedef struct gs_merged_document {
  gs_value facts;   /* a string: as JSON, a map that tells who published what when */
  const char *id;   /* id_length bytes, NUL, and the digest's */
  gs_value *failed; /* a map: an extractor's name to "error" or "limit"; NULL where none failed */
  uint32_t id_length, digest_length;
  uint32_t number; /* of the document */
} gs_merged_document;

struct gisa_merge {
  gs_allocator allocator;
  gs_arena kept;    /* the set */
  gs_arena scratch; /* one result at hand, or one writing */
  gs_arena aspect;  /* while writing: what belongs together in one aspect */
  gs_arena record;  /* the record at hand, while writing and while a merged result is read */
  gs_arena item;    /* the item at hand of one of its lists; what is at hand while a statement is added */
  gs_value *documents; /* a map: id, NUL, digest to the gs_merged_document */
  gs_value *aspects;   /* a map: an extractor's name to the gs_aspect */
  gs_value *made_with; /* a map: digests to null */
  char message[512];
};

/* ---- The set (merge_set.c); all return false when memory is out ------------------------------------------- */

/* The document of facts (a map with `id` and `digest`, both strings); of several with one id and digest the least facts stay. */
gs_merged_document *gs_merge_document(gisa_merge *merge, const gs_value *facts);

/* The aspect of a name, made where it is new with what identity lists (strings, checked). NULL when memory is out, or when the extractor
 * is known with another identity: *conflict is true then. */
gs_aspect *gs_merge_aspect(gisa_merge *merge, const gs_pair *named, bool *conflict);

/* Adds a record (a map; keys that are no fields are left out already) at a place. */
bool gs_merge_state(gisa_merge *merge, gs_aspect *aspect, const gs_value *fields, gs_place place);

/* Sorts a form's places and drops those that are there twice. */
void gs_form_settle(gs_form *form);

/* ---- Reading (merge_read.c, merge_read_merged.c) ---------------------------------------------------------- */

/* Adds a tree, of a result or of a merged one, after it was checked as a whole. Sets the message where it is refused. */
gisa_status gs_merge_add_tree(gisa_merge *merge, const gs_value *root);
gisa_status gs_merge_add_merged(gisa_merge *merge, const gs_value *root);

/* Sets the merge's message, printf-style, and returns status. */
gisa_status gs_merge_fail(gisa_merge *merge, gisa_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* An extractor's name with "error" or "limit"; a result's `made_with`. false when memory is out. */
bool gs_merge_add_failure(gisa_merge *merge, gs_merged_document *document, const gs_pair *failure);
bool gs_merge_add_maker(gisa_merge *merge, const gs_value *maker);

bool gs_is_string(const gs_value *value);
/* Whether value is `[start, stop]`, and what it says. */
bool gs_read_place(const gs_value *value, gs_place *place);
/* Checks that identity maps names to lists of names, and that each name's records are a list; of maps, where it is held. */
gisa_status gs_merge_check_records(gisa_merge *merge, const gs_value *root, const gs_value *identity);
/* Checks that a record, counted from 0, is one. */
gisa_status gs_merge_check_record(gisa_merge *merge, const char *aspect, uint32_t number, const gs_value *record);

/* ---- Spelling (merge_spell.c) ----------------------------------------------------------------------------- */

typedef struct gs_spelling {
  const char *bytes; /* NULL: memory is out */
  size_t length;
} gs_spelling;

/* A value as JSON, in the arena. Equal values have equal spellings, whatever type a number was read as. */
gs_spelling gs_spell(gs_arena *arena, const gs_value *value);
int gs_spelling_compare(gs_spelling a, gs_spelling b);

/* The tree of a string that gs_spell wrote. NULL when memory is out. */
gs_value *gs_unspell(gs_arena *arena, const gs_value *string);
/* Whether a name in the tree holds a NUL: then it is spelled and can't be read back. */
bool gs_is_spellable(const gs_value *value);

/* The fields of a record in the order of their names, lists as sets; what refers to the record lies in the arena or in fields. NULL when
 * memory is out. */
gs_value *gs_canonical_fields(gs_arena *arena, const gs_value *fields);

/* ---- What belongs together (merge_unit.c, merge_gram.c, merge_comparable.c, merge_cluster.c) -------------- */

#define GS_NO_FIELD UINT32_MAX

/* An identity field of a form, folded. */
typedef struct gs_key {
  gs_folded text;
  bool absent, number;
} gs_key;

/* Forms with equal keys. */
typedef struct gs_unit {
  const gs_key *keys;
  gs_form **forms;
  uint32_t form_count;
  uint32_t said;         /* places of all its forms */
  uint32_t present;      /* identity fields that are there */
  uint32_t prose;        /* the first of them that is prose, or GS_NO_FIELD */
  uint32_t *grams;       /* of the prose: pairs of code points, by rarity */
  uint32_t gram_count;
  uint32_t order;        /* of units: who leads when several are alike */
  struct gs_unit *leader; /* the unit that this one belongs to, maybe itself */
  struct gs_unit *group;  /* for a leader: the first of those that it is in conflict with, or itself */
  uint64_t conflict;      /* for a leader: a bit for each identity field in which another record says otherwise */
  struct gs_unit *next;   /* the next one with this leader */
  struct gs_cluster *cluster; /* for a leader */
} gs_unit;

typedef struct gs_units {
  gs_unit *items;
  uint32_t count;
  uint32_t key_count;
} gs_units;

/* The units of an aspect, in order, each its own leader. brief is reset for each form and each field. false when memory is out. */
bool gs_units_build(gs_arena *arena, gs_arena *brief, const gs_aspect *aspect, gs_units *units);
/* Sets leaders of units that say the same in a few other words, and marks conflicts. */
bool gs_units_join(gs_arena *arena, gs_arena *brief, gs_units *units);
/* Fills in the grams of every unit that has prose; the number of different grams. brief is reset. false when memory is out. */
bool gs_grams_build(gs_arena *arena, gs_arena *brief, gs_units *units, uint32_t *different);
int gs_key_compare(const gs_key *a, const gs_key *b);

/* A unit that has prose. One more number or one more `않` is few other words and another statement: only texts are compared that have the same.
 * So a thousand reports of one wording, each with its own numbers, are not compared with each other. */
typedef struct gs_comparable {
  gs_unit *unit;
  uint32_t denials; /* in its prose */
} gs_comparable;

/* 0 where the two may be alike, else an order. */
int gs_comparable_compare(const gs_comparable *a, const gs_comparable *b);
/* The units that have prose, those that may be alike next to each other. NULL when memory is out. */
gs_comparable *gs_comparables_sort(gs_arena *arena, gs_units *units, uint32_t *count);

/* ---- Records in order (merge_order.c) ---------------------------------------------------------------------- */

/* A place with what was said there. */
typedef struct gs_stated {
  gs_place place; /* document: its rank */
  const gs_form *form;
} gs_stated;

/* The units of one leader: what becomes a record. */
typedef struct gs_cluster {
  const gs_unit *leader;
  gs_stated first; /* in the order of documents */
  uint32_t said, documents;
  const struct gs_cluster *group; /* of those that contradict each other, the one that most documents say */
  const struct gs_cluster *best;  /* for the first of a group: the same, while it is looked for */
} gs_cluster;

int gs_stated_compare(const void *a, const void *b);
/* All that a cluster states, in the order of documents; NULL when memory is out. */
gs_stated *gs_cluster_list(gs_arena *arena, const gs_cluster *cluster, const uint32_t *ranks);
/* The clusters in the order of output; *count of them. brief is reset for each. NULL when memory is out. */
const gs_cluster **gs_clusters_sort(gs_arena *arena, gs_arena *brief, gs_units *units, const uint32_t *ranks, uint32_t *count);

/* ---- Writing (merge_fields.c, merge_variant.c, merge_record.c, merge_write.c) ------------------------------ */

/* The documents of a merge in the order of output. */
typedef struct gs_ranked_documents {
  const gs_merged_document **by_rank;
  uint32_t *ranks;  /* from a document's number */
  bool *shared_id;  /* by rank: another document has its id */
  uint32_t count;
} gs_ranked_documents;

/* The names of an aspect's fields in the order of output. NULL when memory is out. */
const char **gs_merge_order_fields(gs_arena *arena, const gs_aspect *aspect, uint32_t *count);

/* A value of a field, or an item of one that holds lists, and who says so. Begins with a value, for dictionaries. */
typedef struct gs_variant {
  gs_value said;
  gs_spelling spelling;
  uint32_t *sources; /* places in `sources` */
  uint32_t count, room;
  uint32_t documents, last_document;
  bool item;
} gs_variant;

/* What the sources of a record say in one field. */
typedef struct gs_variants {
  gs_value *all;         /* a map of gs_variant */
  gs_variant ***of_form; /* for each form its variants, NULL behind the last */
} gs_variants;

/* A form of a cluster with its tree. */
typedef struct gs_read_form {
  const gs_form *form;
  gs_value *fields;
} gs_read_form;

/* The variants of a field. false when memory is out. */
bool gs_variants_list(gs_arena *arena, const gs_read_form *forms, uint32_t form_count, const char *field, gs_variants *variants);
/* Takes in that a source (by its number) of a document says what a form says. */
void gs_variants_add(const gs_variants *variants, uint32_t form, uint32_t source, uint32_t document);
/* The most frequent first. NULL when memory is out. */
gs_variant **gs_variants_sort(gs_arena *arena, const gs_value *all);

/* The records of an aspect while they are written. */
typedef struct gs_aspect_writing {
  gisa_merge *merge;
  const gs_aspect *aspect;
  const gs_ranked_documents *documents;
  gs_value *written; /* an integer: how many there were, known when the last is written */
  bool begun;
  const gs_cluster **clusters;
  uint32_t count, at;
  const char **fields; /* names in the order of output */
  uint32_t field_count;
} gs_aspect_writing;

/* A gs_next_item: context is a gs_aspect_writing. */
bool gs_merge_next_record(void *context, gs_value **record);

/* The merged result, lists of documents and records to be made while it is written. The tree is good for one writing. NULL when memory is out. */
gs_value *gs_merge_tree(gisa_merge *merge);

#endif
