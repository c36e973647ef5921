#include <string.h>

#include <yaml.h>

#include "record/read.h"
#include "record/schema.h"

typedef struct reader {
  gs_arena *arena;
  char *message;
  yaml_parser_t parser;
  yaml_event_t event; /* the one that is read next: of no type before the first */
} reader;

#define STR_TAG "tag:yaml.org,2002:str"
#define SEQ_TAG "tag:yaml.org,2002:seq"
#define MAP_TAG "tag:yaml.org,2002:map"

static gisa_status parser_error(reader *in) {
  const yaml_parser_t *parser = &in->parser;
  switch (parser->error) {
  case YAML_MEMORY_ERROR: return GISA_NO_MEMORY;
  case YAML_READER_ERROR:
    gs_read_complain(in->message, 0, 0, "byte %zu: %s", parser->problem_offset, parser->problem);
    return GISA_ENCODING;
  default:
    gs_read_complain(in->message, parser->problem_mark.line + 1, parser->problem_mark.column + 1, "%s%s%s",
                     parser->problem, parser->context ? " " : "", parser->context ? parser->context : "");
    return GISA_USAGE;
  }
}

static gisa_status refuse(reader *in, gisa_status status, const char *problem) {
  gs_read_complain(in->message, in->event.start_mark.line + 1, in->event.start_mark.column + 1, "%s", problem);
  return status;
}

static gisa_status advance(reader *in) {
  yaml_event_delete(&in->event);
  if (yaml_parser_parse(&in->parser, &in->event)) return GISA_OK;
  memset(&in->event, 0, sizeof in->event);
  return parser_error(in);
}

static bool has_tag(const yaml_char_t *tag, const char *allowed) {
  return !tag || strcmp((const char *)tag, "!") == 0 || strcmp((const char *)tag, allowed) == 0;
}

static gisa_status read_scalar(reader *in, gs_value **value) {
  const char *bytes = (const char *)in->event.data.scalar.value;
  size_t length = in->event.data.scalar.length;
  const yaml_char_t *tag = in->event.data.scalar.tag;
  if (!has_tag(tag, STR_TAG)) return refuse(in, GISA_USAGE, "a tag that is not read here");

  const char *problem = NULL;
  if (!tag && in->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE) {
    *value = gs_schema_resolve(in->arena, bytes, length, &problem);
  } else {
    *value = gs_string_copy(in->arena, bytes, length);
  }
  if (problem) return refuse(in, GISA_USAGE, problem);
  return *value ? advance(in) : GISA_NO_MEMORY;
}

static gisa_status read_node(reader *in, int depth, gs_value **value);

static gisa_status read_list(reader *in, int depth, gs_value **value) {
  if (!has_tag(in->event.data.sequence_start.tag, SEQ_TAG))
    return refuse(in, GISA_USAGE, "a tag that is not read here");
  gs_value *list = gs_list(in->arena);
  if (!list) return GISA_NO_MEMORY;
  list->flow = in->event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
  gisa_status status = advance(in);
  while (status == GISA_OK && in->event.type != YAML_SEQUENCE_END_EVENT) {
    gs_value *item = NULL;
    status = read_node(in, depth + 1, &item);
    if (status == GISA_OK && !gs_list_add(in->arena, list, item)) status = GISA_NO_MEMORY;
  }
  *value = list;
  return status == GISA_OK ? advance(in) : status;
}

/* Takes the event of a key. It enters the map with no value yet. */
static gisa_status read_key(reader *in, gs_value *map) {
  if (in->event.type != YAML_SCALAR_EVENT) return refuse(in, GISA_USAGE, "a key that is not a scalar");
  const char *bytes = (const char *)in->event.data.scalar.value;
  size_t length = in->event.data.scalar.length;
  if (!has_tag(in->event.data.scalar.tag, STR_TAG)) return refuse(in, GISA_USAGE, "a tag that is not read here");
  if (in->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE && strcmp(bytes, "<<") == 0) {
    return refuse(in, GISA_USAGE, "a merge key");
  }
  if (gs_map_find(map, bytes, length)) return refuse(in, GISA_USAGE, "a key that is there already");
  gs_value *none = gs_null(in->arena);
  return gs_map_set(in->arena, map, bytes, length, none) ? advance(in) : GISA_NO_MEMORY;
}

static gisa_status read_map(reader *in, int depth, gs_value **value) {
  if (!has_tag(in->event.data.mapping_start.tag, MAP_TAG)) return refuse(in, GISA_USAGE, "a tag that is not read here");
  gs_value *map = gs_map(in->arena);
  if (!map) return GISA_NO_MEMORY;
  map->flow = in->event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
  gisa_status status = advance(in);
  while (status == GISA_OK && in->event.type != YAML_MAPPING_END_EVENT) {
    status = read_key(in, map);
    if (status == GISA_OK) status = read_node(in, depth + 1, &map->map.pairs[map->map.count - 1].value);
  }
  *value = map;
  return status == GISA_OK ? advance(in) : status;
}

/* Reads the node that begins with the event and leaves the event behind it. */
static gisa_status read_node(reader *in, int depth, gs_value **value) {
  bool nests = in->event.type == YAML_SEQUENCE_START_EVENT || in->event.type == YAML_MAPPING_START_EVENT;
  if (nests && depth == GS_MAX_DEPTH) return refuse(in, GISA_TOO_LARGE, "too many lists and maps within each other");
  switch (in->event.type) {
  case YAML_SCALAR_EVENT: return read_scalar(in, value);
  case YAML_SEQUENCE_START_EVENT: return read_list(in, depth, value);
  case YAML_MAPPING_START_EVENT: return read_map(in, depth, value);
  default: return refuse(in, GISA_USAGE, "an alias");
  }
}

static gisa_status read_documents(reader *in, gs_read_take *take, void *context) {
  gisa_status status = advance(in);            /* to the stream's start */
  if (status == GISA_OK) status = advance(in); /* to the first document */
  while (status == GISA_OK && in->event.type == YAML_DOCUMENT_START_EVENT) {
    gs_value *root = NULL;
    status = advance(in);
    if (status == GISA_OK) status = read_node(in, 0, &root);
    if (status == GISA_OK) status = take(context, root, in->message);
    if (status == GISA_OK) status = advance(in); /* over the document's end */
  }
  return status;
}

gisa_status gs_yaml_read_stream(gs_arena *arena, const char *bytes, size_t length, char *message, gs_read_take *take,
                                void *context) {
  *message = '\0';
  if (length > GS_READ_MAX_BYTES) {
    gs_read_complain(message, 0, 0, "has %zu bytes, over the limit of %zu", length, GS_READ_MAX_BYTES);
    return GISA_TOO_LARGE;
  }
  /* libyaml counts the byte order mark as a column, and sees no `---` behind it. */
  size_t mark = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  reader in = {.arena = arena, .message = message};
  if (!yaml_parser_initialize(&in.parser)) return GISA_NO_MEMORY;
  yaml_parser_set_encoding(&in.parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&in.parser, (const unsigned char *)bytes + mark, length - mark);
  gisa_status status = read_documents(&in, take, context);
  yaml_event_delete(&in.event);
  yaml_parser_delete(&in.parser);
  return status;
}

static gisa_status take_single(void *context, gs_value *document, char *message) {
  gs_value **single = context;
  if (*single) {
    gs_read_complain(message, 0, 0, "more than one document");
    return GISA_USAGE;
  }
  *single = document;
  return GISA_OK;
}

gisa_status gs_yaml_read(gs_arena *arena, const char *bytes, size_t length, char *message, gs_value **value) {
  *value = NULL;
  gisa_status status = gs_yaml_read_stream(arena, bytes, length, message, take_single, value);
  if (status == GISA_OK && !*value) {
    gs_read_complain(message, 0, 0, "no document");
    status = GISA_USAGE;
  }
  return status;
}
