-- quotes: the words a person, an organisation or an unnamed source is shown to say or write, with who says them.
local people_index <const> = require "people_index"
local context <const> = require "context"

return {
  name = "quotes",
  version = "1.0.0",
  summary = "Quoted words and who says them",
  needs = { "people" },
  triggers = { "\"", "“", "”", "＂", "「", "『" },
  fields = {
    { "text", "span", "the words between the marks" },
    { "speaker", "span?", "who says it: a name, a source as written, an organisation" },
    { "role", "span?", "affiliation and title of a named speaker" },
  },
  identity = { "text", "speaker" },
  extract = function(doc)
    return context.read(doc, people_index.new(doc.records.people or {}, doc.body))
  end,
}
