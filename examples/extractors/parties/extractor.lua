-- parties: political parties of a list, `민주당` → 더불어민주당. A dictionary look-up: parties.txt beside this file holds
-- a name a line, with the full name behind a tab where it is a short one.
local re <const> = require "re"
local words <const> = require "words"

local parties <const> = words.file "parties.txt"

-- A name may be the beginning of another word: 녹색당원. What follows must be a particle or no letter.
local tail <const> = re.compile [[^(?:(?:은|는|이|가|을|를|의|과|와|도|에|에서|에게|측|\s|$)|[^가-힣])]]

return {
  name = "parties",
  version = "1.0.0",
  summary = "Political parties named in the body",
  fields = {
    { "name", "span", "as written, at its first mention" },
    { "full_name", "string", "as the list has it" },
    { "mentions", "list of span", "all places" },
  },
  identity = { "full_name" },
  extract = function(doc)
    local records <const>, by_name <const> = {}, {}
    for word, tag in parties:each(doc.body) do
      if tail:test(word:after(3)) then
        local full <const> = tag == true and word:text() or tag
        local record = by_name[full]
        if not record then
          record = { name = word, full_name = full, mentions = {} }
          by_name[full] = record
          records[#records + 1] = record
        end
        record.mentions[#record.mentions + 1] = word
      end
    end
    return records
  end,
}
