-- words: the longest word, at the start, at the end, or anywhere.
local words <const> = require "words"
local expect <const> = require "expect"
local same <const>, fails <const> = expect.same, expect.fails

local titles <const> = words.set { "대표", "교수", "부교수", "대", "한국" }
local tagged <const> = words.set { ["교수"] = "학계", ["대표"] = "기업" }
local none <const> = words.set {}

local function extract(doc)
  local body = doc.body
  same(titles:has "대표", true)
  same(titles:has(body:find "교수"), true)
  same(titles:has "대표이사", nil)
  same(tagged:has "교수", "학계")
  same(none:has "교수", nil)

  local first, tag = tagged:find(body)
  same(first:text(), "교수")
  same(tag, "학계")
  same(tagged:find(body, first.stop - body.start):text(), "대표")

  local found = {}
  for word in titles:each(body) do found[#found + 1] = word:text() end
  same(table.concat(found, ","), "한국,대,교수,대표")

  local upto = body:upto(body:find "는")
  same(titles:ends(upto):text(), "교수")
  same(titles:ends(body:left(3)), nil)
  same(titles:starts(body:find "한국대"):text(), "한국")
  same(titles:starts "대표이사", "대표")
  same(titles:ends "부교수", "부교수")
  same(none:find(body), nil)
  fails("Words expected", titles.has, "x", "y")
  fails("files can be read only while an extractor is loaded", words.file, "x.txt")
end

fails("a boolean in a list of words", words.set, { true })
fails("word 1 is empty", words.set, { "" })
fails("is not UTF-8", words.set, { "\x80" })

return {
  name = "words", version = "1.0.0", summary = "asserts the words API",
  fields = { { "name", "span", "unused" } },
  extract = extract,
}
