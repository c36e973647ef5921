-- expect: load: '/etc/passwd' is no file name
-- A data file of the machine.
require("words").file "/etc/passwd"
return {
  name = "escape_file", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)

  end,
}
