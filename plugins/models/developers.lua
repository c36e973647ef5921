-- Who made a model, where the text says so.
--   `알리바바의 '큐웬3 235B'`   `오픈AI의 최신 오픈 웨이트 모델인 GPT-OSS 120B`   `구글 제미나이3 프로`
--   `네이버클라우드는 … '하이퍼클로바X 시드 8B 옴니'와 … 을 공개했다`   `솔트룩스가 개발한 '루시아'`
local re <const> = require "re"
local words <const> = require "words"

local developers <const> = {}

local known <const> = words.file "ai/developers.txt"

-- Organisations by their ending, for makers that no list knows: `바이오넥서스AI`, `한국의료연구원`.
local suffix <const> = re.compile([[(?<![가-힣A-Za-z0-9])(?<org>(?:[가-힣A-Za-z]{2,10}\x20)?[가-힣A-Za-z]{1,10}(?:AI|연구원|연구소|테크놀로지스?|테크|클라우드|랩스|소프트|전자
  |텔레콤|대학교|대병원|인텔리전스))(?=의\x20|[가이은는]\x20|\x20(?:정예팀|컨소시엄|연구팀|연구진))]], "x")

-- Between an owner and the name: only words that describe the name (`최신 오픈 웨이트 모델인`), no verb, no other owner.
local owned <const> = re.compile [[^의\x20(?:(?![^\s]*(?:[은는이가을를]|에서|에게|의)\x20)[가-힣A-Za-z0-9.()억조,·-]{1,14}\x20){0,6}['‘"“]?$]]
local placed <const> = re.compile [[^(?:\x20|\x20?['‘"“]|\x20(?:AI\x20|인공지능\x20|초거대\x20|언어\x20?|추론\x20?)*(?:모델|LLM)\x20?['‘"“]?)$]]
local made <const> = re.compile([[^(?:[이가은는]|에서)\x20(?:[^.,'‘]{0,24}\x20)?
  (?:(?:개발|공개|출시|발표|구축|학습|완성|제작)(?:한|된|해\x20온)|만든|선보인|내놓은)\x20
  (?:(?![^\s]*(?:[은는을를]|에서|에게)\x20)[^\s.,'‘"“]{1,14}\x20){0,7}['‘"“]?$]], "x")
local topic <const> = re.compile [[^(?:\([^()]{1,20}\))?(?:\x20(?:정예팀|컨소시엄|연구팀|연구진|측))?(?:은|는|이|가)\x20]]

-- Behind a name: it is the object of making or showing, alone or with others.
local shown <const> = re.compile([[^\)?['’”"]?(?:\x20?\([^()]*\))?['’”"]?(?:\x20?(?:AI\x20)?(?:모델|LLM|시리즈|제품군))?(?:[을를도]|\x20등을|\x20\d종을
  |[와과]\x20[^.]{2,110}?[을를])\x20(?:[^.,'‘]{0,30}\x20)?(?:공개|선보|출시|개발|내놓|내놨|발표|소개|오픈소스로|구축|완성|내세[우웠])]], "x")

-- The organisations a sentence names, in order: span and whether a list knows it.
local function organisations(sentence)
  local list <const> = {}
  local letter <const> = [[[가-힣A-Za-z0-9]$]]
  for span in known:each(sentence) do
    if not re.test(letter, span:before(1)) then list[#list + 1] = span end
  end
  for m in suffix:gmatch(sentence) do
    local inside = false
    for _, s in ipairs(list) do inside = inside or s.start < m.org.stop and m.org.start < s.stop end
    if not inside then list[#list + 1] = m.org end
  end
  table.sort(list, function(a, b) return a.start < b.start end)
  return list
end

-- The organisation right before a name, by what stands between the two.
local function before_name(list, name)
  for i = #list, 1, -1 do
    local org <const> = list[i]
    if org.stop <= name.start then
      local between <const> = org:between(name)
      if owned:test(between) or placed:test(between) or made:test(between) then return org end
      return nil
    end
  end
end

-- The organisation that the sentence says made or showed what the name names: the nearest subject before it.
local function maker(list, sentence, name)
  if not shown:test(sentence:from(name)) then return nil end
  local hit
  for _, org in ipairs(list) do
    if org.stop <= name.start and topic:test(sentence:from(org)) then hit = org end
  end
  return hit
end

-- The developer of a system from all its mentions, or nil: what stands right before a name first.
function developers.of(mentions, doc, sentences)
  local second
  for _, m in ipairs(mentions) do
    local sentence <const>, index = doc.sentence_of(m.span)
    if sentence then
      sentences[index] = sentences[index] or organisations(sentence)
      local first <const> = before_name(sentences[index], m.span)
      if first then return first end
      second = second or maker(sentences[index], sentence, m.span)
    end
  end
  return second
end

return developers
