local pattern <const> = require("re").compile "(?:.|..)+[!?]"
return {
  name = "matches", version = "1.0.0", summary = "A pattern that goes back and forth",
  fields = { { "a", "span", "unused" } },
  extract = function(doc)
    local found <const> = pattern:match(doc.body)
    return found and { { a = found[0] } }
  end,
}
