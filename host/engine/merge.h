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

/* The fields of a record, with all the places that it was found at. */
typedef struct gs_form {
  gs_value fields; /* a map without `at`, keys in order, lists sorted and without repetition */
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
  gs_value facts;  /* a map: id, digest, and who published what when */
  gs_value failed; /* a map: an extractor's name to "error" or "limit" */
  uint32_t number; /* of the document */
} gs_merged_document;

struct gisa_merge {
  gs_allocator allocator;
  gs_arena kept;    /* the set */
  gs_arena scratch; /* one result at hand, or one writing */
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
/* Checks that identity maps names to lists of names, and that each name's records are a list of maps. */
gisa_status gs_merge_check_records(gisa_merge *merge, const gs_value *root, const gs_value *identity);

/* ---- Spelling (merge_spell.c) ----------------------------------------------------------------------------- */

typedef struct gs_spelling {
  const char *bytes; /* NULL: memory is out */
  size_t length;
} gs_spelling;

/* A value as JSON, in the arena. Equal values have equal spellings, whatever type a number was read as. */
gs_spelling gs_spell(gs_arena *arena, const gs_value *value);
int gs_spelling_compare(gs_spelling a, gs_spelling b);

/* The fields of a record in the order of their names, lists as sets; what refers to the record lies in the arena or in fields. NULL when
 * memory is out. */
gs_value *gs_canonical_fields(gs_arena *arena, const gs_value *fields);

/* ---- What belongs together (merge_key.c, merge_unit.c, merge_cluster.c) ------------------------------------ */

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
} gs_unit;

typedef struct gs_units {
  gs_unit *items;
  uint32_t count;
  uint32_t key_count;
} gs_units;

/* The units of an aspect, in order, each its own leader. false when memory is out. */
bool gs_units_build(gs_arena *arena, const gs_aspect *aspect, gs_units *units);
/* Sets leaders of units that say the same in a few other words, and marks conflicts. */
bool gs_units_join(gs_arena *arena, gs_units *units);
/* Fills in the grams of every unit that has prose; the number of different grams. false when memory is out. */
bool gs_grams_build(gs_arena *arena, gs_units *units, uint32_t *different);
int gs_key_compare(const gs_key *a, const gs_key *b);

/* ---- Writing (merge_fields.c, merge_record.c, merge_write.c) ---------------------------------------------- */

/* The names of an aspect's fields in the order of output. NULL when memory is out. */
const char **gs_merge_order_fields(gs_arena *arena, const gs_aspect *aspect, uint32_t *count);

/* The records of an aspect as a list, NULL when memory is out. documents are in order of rank; ranks leads there from a number. */
gs_value *gs_merge_records(gs_arena *arena, const gs_aspect *aspect, gs_merged_document *const *documents,
                           const uint32_t *ranks, const bool *shared_id);
gs_value *gs_merge_tree(gisa_merge *merge);

#endif
