#include "script/trace.h"

void gs_trace_match(lua_State *lua, const gs_trace *trace, const gs_pattern *pattern, const gs_subject *subject,
                    size_t from, const size_t *groups) {
  gs_try attempt = {.pattern = pattern, .subject = subject, .from = from, .groups = groups, .path = ""};
  lua_Debug at;
  /* Level 0 is the binding itself. */
  if (lua_getstack(lua, 1, &at) != 0 && lua_getinfo(lua, "Sl", &at) != 0) {
    attempt.path = at.source[0] == '@' ? at.source + 1 : at.source;
    attempt.line = at.currentline;
  }
  trace->tried(trace->context, &attempt);
}
