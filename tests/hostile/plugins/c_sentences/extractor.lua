-- expect: limit: instructions is spent
-- The lists of the document, joined again and again.
return {
  name = "c_sentences", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    while true do
      for _, s in ipairs(doc.sentences()) do s:text() end
    end
  end,
}
