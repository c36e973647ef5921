-- expect: load: '/etc/passwd' is no module name
-- A file of the machine.
require "/etc/passwd"
return {
  name = "escape_require_absolute", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)

  end,
}
