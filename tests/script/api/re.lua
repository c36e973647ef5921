-- re: spans in, spans out; strings in, strings out.
local re <const> = require "re"
local expect <const> = require "expect"
local same <const>, fails <const> = expect.same, expect.fails

local person <const> = re.compile [[(?<name>[가-힣]{3}) (?:(?<group>[가-힣]+대) )?(?<title>교수|대표)]]
local number <const> = re.compile([[ (\d+) (?# a count ) ]], "x")

local function extract(doc)
  local m = person:match(doc.body)
  same(m.name:text(), "홍길동")
  same(m.group:text(), "한국대")
  same(m.title:text(), "교수")
  same(m[0]:text(), "홍길동 한국대 교수")
  same(m[1], m.name)
  same(doc.body:contains(m.title), true)
  fails("has no group named 'nome'", function() return m.nome end)
  fails("has no group 9", function() return m[9] end)

  local names = {}
  for each in person:gmatch(doc.body) do names[#names + 1] = each.name:text() .. (each.group and "+" or "") end
  same(table.concat(names, ","), "홍길동+,김철수")

  same(number:find(doc.body):text(), "1200")
  same(number:find("a 12 b"), "12")
  same(number:find("none"), nil)
  same(number:test("7"), true)
  same(number:test("7", 1), false)
  same(re.find([[\d+$]], "12 34"), "34")
  same(tostring(number), [[ (\d+) (?# a count ) ]])

  -- A span is a subject of its own.
  local head = doc.body:left(3)
  same(re.test("^홍길동$", head), true)
  same(re.test([[(?<=홍)길]], head:skip(1)), false)

  -- Empty matches step by code points, and never twice at one place.
  local places = {}
  for each in re.gmatch("x*", "가x나") do places[#places + 1] = #each[0] end
  same(table.concat(places, ","), "0,1,0,0")

  local text, count = re.gsub("[0-9]", "a1b22", "%1")
  same(text, "a%1b%1%1")
  same(count, 3)
  same((re.gsub("([가-힣])([가-힣])", "가나다라", function(g) return g[2] .. g[1] end)), "나가라다")
  same((re.gsub("a", "aba", function() return nil end)), "aba")
  fails("the replacement function returned a table", function() re.gsub("a", "a", function() return {} end) end)

  local pieces = re.split("[·,] ?", "임우형·이홍락, 김유원")
  same(#pieces, 3)
  same(pieces[3], "김유원")
  same(re.split(" ", head)[1], head)
  same(re.test(re.escape("a.b(c)"), "xa.b(c)"), true)
  same(re.test(re.escape("a.b"), "axb"), false)

  same(re.compile("ABC", "i"):test("xabc"), true)
  fails("unknown flag 'q'", re.compile, "a", "q")
  fails("bad pattern: unmatched closing parenthesis at offset 0\n    )\n    ^", re.compile, ")")
  fails("Span or string expected, got no value", number.find, number)
  fails("start lies inside a code point", number.find, number, "가", 1)
  fails("start lies outside the subject", number.find, number, "가", 9)
  fails("UTF-8 error", number.find, number, "\xff")
end

return {
  name = "re", version = "1.0.0", summary = "asserts the re API",
  fields = { { "name", "span", "unused" } },
  extract = extract,
}
