-- doc: the article taken apart.
local expect <const> = require "expect"
local same <const>, fails <const> = expect.same, expect.fails

fails("there is no global 'doc'", function() return doc end)

local function extract(doc, config)
  same(doc.id, "a-1")
  same(doc.meta.id, "a-1")
  same(doc.meta.title, '"시작" 알린 발표회')
  same(doc.meta.tags[2], "둘")
  same(doc.meta.nothing, nil)
  same(doc.title:text(), '"시작" 알린 발표회')
  same(doc.body:left(3):text(), "홍길동")
  same(doc.body:right(2):text(), "다.")
  same(#doc.sentences(), 3)
  same(doc.sentences(), doc.sentences())
  same(#doc.paragraphs(), 2)

  local quoted = doc.quoted()
  same(#quoted, 2)
  same(quoted[1].text:text(), "이제 '시작'이다")
  same(quoted[1].whole:text(), [["이제 '시작'이다"]])
  same(quoted[1].mark, "double")
  same(quoted[1].depth, 0)
  same(quoted[1].paired, true)
  same(quoted[2].text:text(), "시작")
  same(quoted[2].mark, "single")
  same(quoted[2].depth, 1)

  local sentence, index = doc.sentence_of(doc.body:find "1200")
  same(index, 3)
  same(sentence, doc.sentences()[3])
  same(select(2, doc.paragraph_of(sentence)), 2)
  same(doc.sentence_of(doc.title), nil)
  same(next(doc.records), nil)
  same(doc.note("nobody listens"), nil)
  same(config.limit, 3)
  fails("doc has no field 'boby'", function() return doc.boby end)
  fails("attempt to index a Doc value", function() doc.body = 1 end)
end

return {
  name = "doc", version = "1.0.0", summary = "asserts the doc API",
  fields = { { "name", "span", "unused" } },
  config = { limit = 3 },
  extract = extract,
}
