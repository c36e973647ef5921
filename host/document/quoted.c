/* The cheapest reading of all marks of a stretch together (Viterbi over what is open): each mark opens, closes or is
 * a stray, at the cost its place gives. So one forgotten mark costs its own pair, and those behind it stay right. */
#include "document/quoted.h"

#include <string.h>

#include "document/mark.h"

/* What may be open, from the outside in: D a double mark, S a single one. */
enum { NONE, D, S, D_S, S_D, D_D, D_S_D, S_D_S, STATES, NO_STATE = STATES };

static const struct {
  uint8_t depth, outer;             /* outer: the state once the innermost is closed */
  uint8_t kind;                     /* of the innermost */
  uint8_t with_double, with_single; /* the state once another opens */
  uint8_t nesting;                  /* cost of opening it */
} states[STATES] = {
    [NONE] = {0, NO_STATE, 0, D, S, 0},
    [D] = {1, NONE, GS_SIGN_DOUBLE, D_D, D_S, 0},
    [S] = {1, NONE, GS_SIGN_SINGLE, S_D, NO_STATE, 0},
    [D_S] = {2, D, GS_SIGN_SINGLE, D_S_D, NO_STATE, 0},
    [S_D] = {2, S, GS_SIGN_DOUBLE, NO_STATE, S_D_S, 10},
    [D_D] = {2, D, GS_SIGN_DOUBLE, NO_STATE, NO_STATE, 30},
    [D_S_D] = {3, D_S, GS_SIGN_DOUBLE, NO_STATE, NO_STATE, 20},
    [S_D_S] = {3, S_D, GS_SIGN_SINGLE, NO_STATE, NO_STATE, 10},
};

#define IMPOSSIBLE (INT32_MAX / 2)

enum { STRAY, OPENS, CLOSES };

typedef struct reading {
  int cost;
  uint32_t open[3]; /* indices of the marks that are open */
} reading;

/* How a mark's best reading was reached, for each state behind it. */
typedef struct step {
  uint8_t from[STATES], part[STATES];
} step;

static void offer(reading *next, step *at, uint8_t state, const reading *from, uint8_t from_state, uint8_t part,
                  int cost) {
  if (from->cost + cost >= next[state].cost) return;
  next[state] = *from;
  next[state].cost += cost;
  at->from[state] = from_state;
  at->part[state] = part;
}

static void read_mark(const char *bytes, gs_span stretch, const gs_signs *signs, uint32_t index, reading *now,
                      step *at) {
  gs_mark_costs costs = gs_mark_costs_of(bytes, stretch, signs, index);
  bool is_double = signs->items[index].kind == GS_SIGN_DOUBLE;
  reading next[STATES];
  for (int i = 0; i < STATES; i++) next[i].cost = IMPOSSIBLE;
  for (uint8_t i = 0; i < STATES; i++) {
    if (now[i].cost >= IMPOSSIBLE) continue;
    offer(next, at, i, &now[i], i, STRAY, costs.stray);
    uint8_t inner = is_double ? states[i].with_double : states[i].with_single;
    if (inner != NO_STATE) {
      reading opened = now[i];
      opened.open[states[i].depth] = index;
      offer(next, at, inner, &opened, i, OPENS, costs.open + states[inner].nesting);
    }
    if (states[i].depth > 0) {
      int pair = gs_mark_pair_cost(signs, now[i].open[states[i].depth - 1], index);
      offer(next, at, states[i].outer, &now[i], i, CLOSES, costs.close + pair);
    }
  }
  memcpy(now, next, sizeof next);
}

static bool is_mark(const gs_sign *sign) {
  return sign->kind == GS_SIGN_DOUBLE || sign->kind == GS_SIGN_SINGLE;
}

static void give_partners(gs_signs *signs, const step *steps) {
  uint32_t closing[3];
  uint8_t state = NONE;
  for (uint32_t i = signs->count; i-- > 0;) {
    if (!is_mark(&signs->items[i])) continue;
    uint8_t part = steps[i].part[state], from = steps[i].from[state];
    if (part == CLOSES) closing[states[from].depth - 1] = i;
    if (part == OPENS) {
      signs->items[i].partner = closing[states[from].depth];
      signs->items[closing[states[from].depth]].partner = i;
    }
    state = from;
  }
}

bool gs_signs_pair_marks(gs_arena *arena, const char *bytes, gs_span stretch, gs_signs *signs) {
  if (signs->count == 0) return true;
  step *steps = gs_arena_alloc(arena, signs->count * sizeof *steps);
  if (!steps) return false;
  reading now[STATES];
  for (int i = 0; i < STATES; i++) now[i].cost = i == NONE ? 0 : IMPOSSIBLE;
  for (uint32_t i = 0; i < signs->count; i++)
    if (is_mark(&signs->items[i])) read_mark(bytes, stretch, signs, i, now, &steps[i]);
  give_partners(signs, steps);
  return true;
}
