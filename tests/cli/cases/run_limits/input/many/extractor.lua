return {
  name = "many", version = "1.0.0", summary = "A record a sentence",
  fields = { { "a", "span", "the sentence" } },
  extract = function(doc)
    local records <const> = {}
    for _, sentence in ipairs(doc.sentences()) do records[#records + 1] = { a = sentence } end
    return records
  end,
}
