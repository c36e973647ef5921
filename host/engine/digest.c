/* What a result was made with, as one digest. */
#include <string.h>

#include "engine/engine.h"

static void digest_loaded(gisa_engine *engine) {
  uint8_t *all = engine->made_with;
  memset(all, 0, GS_DIGEST_BYTES);
  gs_digest_add(all, GISA_VERSION, strlen(GISA_VERSION));
  const gisa_limits *l = &engine->limits;
  const uint64_t limits[] = {l->front_matter_bytes, l->front_matter_depth, l->memory,  l->instructions,
                             l->match_steps,        l->record_bytes,       l->records, l->milliseconds};
  gs_digest_add(all, limits, sizeof limits);
  for (uint32_t i = 0; i < engine->member_count; i++) {
    const gs_member *member = engine->members[i];
    gs_digest_add(all, member->extractor.name, strlen(member->extractor.name));
    gs_digest_add(all, &member->chosen, sizeof member->chosen);
    gs_digest_add(all, member->extractor.state.files, GS_DIGEST_BYTES);
    gs_digest_add(all, member->settings, GS_DIGEST_BYTES);
  }
  for (uint32_t i = 0; i < engine->broken_count; i++)
    if (engine->broken[i].chosen) gs_digest_add(all, engine->broken[i].name, strlen(engine->broken[i].name));
  engine->digested = true;
  gs_digest_print(all, GS_DIGEST_BYTES, engine->digest);
}

/* Behind the engine's digest, for what else a result depends on: so results of one engine can be told from those of others by what they have
 * in common. Half a digest keeps inputs apart. */
static void append_input(gisa_engine *engine, const gisa_input *input) {
  uint8_t all[GS_DIGEST_BYTES] = {0};
  char printed[GS_DIGEST_TEXT];
  if (input->encoding != NULL) gs_digest_add(all, input->encoding, strlen(input->encoding));
  if (input->meta != NULL) gs_digest_add(all, input->meta, input->meta_length);
  gs_digest_print(all, GS_DIGEST_BYTES, printed);
  char *end = engine->digest + GS_DIGEST_TEXT - 1;
  *end = '+';
  memcpy(end + 1, printed + sizeof "sha256:" - 1, GS_DIGEST_BYTES);
  end[1 + GS_DIGEST_BYTES] = '\0';
}

const char *gisa_engine_digest(gisa_engine *engine, const gisa_input *input) {
  if (!engine->digested) digest_loaded(engine);
  engine->digest[GS_DIGEST_TEXT - 1] = '\0';
  if (input != NULL && (input->encoding != NULL || input->meta != NULL)) append_input(engine, input);
  return engine->digest;
}
