-- Span: places, pieces, tests, relations.
local expect <const> = require "expect"
local same <const>, fails <const> = expect.same, expect.fails

local kept

local function extract(doc)
  local s = doc.sentences()[1]
  same(tostring(s), [[홍길동 한국대 교수는 "이제 '시작'이다"라고 말했다.]])
  same(s:text(), tostring(s))
  same(#s, s.stop - s.start)
  same(s .. "!", s:text() .. "!")
  same("<" .. s:left(1) .. s:right(1), "<홍.")

  local name, kim = s:find "홍길동", doc.body:find "김철수"
  same(name:text(), "홍길동")
  same(name:is "홍길동", true)
  same(name:is "홍길", false)
  same(name:starts "홍", true)
  same(name:starts "길", false)
  same(name:ends "동", true)
  same(s:has "교수", true)
  same(s:has "대표", false)
  same(s:find "대표", nil)
  same(s:rfind "다":after(1):text(), ".")
  same(s:find "" == s:left(0), true)

  same(name:left(2):text(), "홍길")
  same(name:left(9):text(), "홍길동")
  same(name:left(-1):text(), "")
  same(name:right(1):text(), "동")
  same(name:skip(1):text(), "길동")
  same(name:skip(9):text(), "")
  same(name:chop(1):text(), "홍길")
  same(name:chars(), 3)
  same(doc.body:left(0):chars(), 0)
  same(name:after(2):text(), " 한")
  same(name:after(2):trim():text(), "한")
  same(name:before():text(), "")
  same(kim:before(1):text(), " ")
  same(kim:before(1):trim():text(), "")

  same(name:hull(kim):left(3), name)
  same(kim:hull(name), name:hull(kim))
  same(name:between(s:find "교수"):trim():text(), "한국대")
  same(s:find("교수"):between(name):trim():text(), "한국대")
  same(#name:between(name), 0)
  same(s:upto(s:find " "):text(), "홍길동")
  same(s:from(s:find "라고"):text(), " 말했다.")
  same(#s:upto(name), 0)
  same(#name:from(kim), 0)
  same(s:contains(name), true)
  same(name:contains(s), false)

  same(name == s:find "홍길동", true)
  same(name == kim, false)
  fails("a span has no field 'txet'", function() return name.txet end)
  fails("bad argument #1", function() return name.left() end)
  fails("Span expected, got string", function() return name.hull(name, "x") end)
  fails("cannot be joined with a table", function() return name .. {} end)

  -- A span does not outlive its call.
  if kept then fails("a span was kept from an earlier document", function() return kept:text() end) end
  kept = name
end

return {
  name = "span", version = "1.0.0", summary = "asserts the Span API",
  fields = { { "name", "span", "unused" } },
  extract = extract,
}
