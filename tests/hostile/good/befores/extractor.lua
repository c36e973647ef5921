-- Reads the records of another extractor, their spans intact.
return {
  name = "befores", version = "1.0.0", summary = "what stands before each ending",
  needs = { "endings" },
  fields = { { "before", "span", "two letters" }, { "joined", "span", "both" }, { "all", "list of span", "pieces" },
             { "count", "number or string", "how many, or a word" } },
  extract = function(doc)
    local records = {}
    for _, r in ipairs(doc.records.endings) do
      local before = r.ending:before(2)
      records[#records + 1] = { before = before, joined = { before, r.ending }, all = { r.ending, r.at },
                                count = r.number == 1 and "하나" or r.number + 0.5, at = doc.sentence_of(r.at) }
    end
    return records
  end,
}
