/* Any pattern over any subject. The first line of the input is the pattern, the rest the subject. */
#include "scripts.h"

static const char source[] =
    "local re = require 're'\n"
    "return { name = 'p', version = '1', summary = 's', fields = {{'piece', 'span', 'd'}, {'text', 'string', 'd'}},\n"
    "  extract = function(doc)\n"
    "    local body = doc.body\n"
    "    local line = body:find '\\n'\n"
    "    if not line then return end\n"
    "    local rest, records = body:from(line), {}\n"
    "    local p = re.compile(body:upto(line):text())\n"
    "    for m in p:gmatch(rest) do\n"
    "      records[#records + 1] = { piece = m[0], text = (m[0]:text()) }\n"
    "      if #records == 50 then break end\n"
    "    end\n"
    "    local pieces = p:split(rest)\n"
    "    local text, n = p:gsub(rest:text(), function(m) return '<' .. m[0] .. '>' end)\n"
    "    p:test(text)\n"
    "    return records\n"
    "  end }\n";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static gs_patterns patterns;
  static gs_library library;
  static gs_extractor extractor;
  static gs_limits limits;
  if (extractor.name == NULL) {
    char message[GS_SCRIPT_MESSAGE];
    limits = gs_limit_defaults;
    limits.match_steps /= 20; /* small, so that evil patterns cost the fuzzer little */
    PROMISE(gs_patterns_open(&patterns, gs_heap) == GISA_OK);
    gs_library_open(&library, gs_heap, no_folders);
    PROMISE(gs_extractor_load(&extractor, source_file(source, sizeof source - 1), gs_heap, &limits, &patterns, &library,
                              message) == GISA_OK);
  }
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  gs_document document;
  read_document(&arena, size > 0 ? (const char *)data : "", size, &document);
  run(&extractor, &arena, &document);
  gs_arena_free(&arena);
  return 0;
}
