-- english: who said what in English news, `"We will appeal," said Jane Doe, the company's lawyer.`
-- The same tools as for Korean: quoted stretches from the host, patterns for what stands beside them.
local re <const> = require "re"

local NAME <const> = [[(?<name>\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]*){1,2})]]
local VERB <const> = [[(?:said|says|told|added|wrote|argued|warned)]]

-- behind the quote:  " said Jane Doe, the company's lawyer.   |   " Jane Doe, a lawyer, said.
local behind <const> = re.compile("^\\s(?:" .. VERB .. "\\s" .. NAME .. "(?:, (?<role>(?:an?|the)\\s[^,.]+))?)")
local behind_name <const> = re.compile("^\\s" .. NAME .. "(?:, (?<role>[^,.]+),)?\\s" .. VERB)
-- in front of it:    Jane Doe, a lawyer, said: "
local ahead <const> = re.compile(NAME .. "(?:, (?<role>(?:an?|the)\\s[^,.]+),)?\\s" .. VERB .. "(?:\\s\\w+)?[,:]?\\s$")

return {
  name = "english",
  version = "1.0.0",
  summary = "Quotes in English news with their speakers",
  triggers = { '"', "“" },
  fields = {
    { "text", "span", "the words between the marks" },
    { "speaker", "span?", "the name as written" },
    { "role", "span?", "the words beside the name" },
  },
  extract = function(doc)
    local records <const> = {}
    for _, quoted in ipairs(doc.quoted()) do
      if quoted.mark == "double" and quoted.depth == 0 then
        local paragraph <const> = doc.paragraph_of(quoted.whole)
        local rest <const> = paragraph:from(quoted.whole)
        local m <const> = behind:match(rest) or behind_name:match(rest) or ahead:match(paragraph:upto(quoted.whole))
        if not m then doc.note("nobody beside", quoted.whole) end
        records[#records + 1] = { text = quoted.text, speaker = m and m.name, role = m and m.role }
      end
    end
    return records
  end,
}
