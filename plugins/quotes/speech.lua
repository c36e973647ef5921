-- Whether what stands between double marks is somebody's words, or a term, a title, a slogan.
local re <const> = require "re"

local speech <const> = {}

-- How a reporting clause goes on behind the closing mark: 고, 라며, 이라고, 라는, 이라던, 냐고.
local reported <const> = re.compile "^\\s?,?\\s?(?:이?라(?:고|며|면서|는|던|거나|는데|지만|도)|고(?![가-힣])|고도|고만|며|면서|는(?![가-힣])|던|다는|다고|이?었다는|였다는|냐|느냐|자(?:고|며|는)|란(?![가-힣])|이란|까지|거나|지만|는데|려|이어|등(?:의|이?라(?:고|며|는))?\\s)"

-- The last word of a sentence inside the marks: 했다, 합니다, 겠다, 아닌가, 하라.
local sentence_end <const> = re.compile "(?:다|요|까|죠|지|라|자|네|나|가|오|군|구나|냐|걸|게|길|돼|해|줘|죽어|것|음|함|임|듯|텐데|는데|니까|거든|세요|[.?!…])[.?!…~\"'”’)\\s]*$"

-- The endings among those that no noun has.
local said <const> = re.compile "(?:[다요까죠][.?!]?|[?!])$"

-- What follows a term: “AI 허브”를, “골든타임”이.
local term <const> = re.compile "^(?:을|를|이|가|은|의|에|로|으로|과|와|에서|보다|처럼|만|도|형|식|급|론|설|용|상|적|화|제|이다|였다|이었다)(?![가-힣])"
-- “모두의 AI”라는 이름으로: the name or title of a thing, whatever its form.
local naming <const> = re.compile "^이?라?(?:는|란)\\s(?:이름|제목|주제|슬로건|별명|별칭|수식어|타이틀|부제|문구|단어|용어|표현|개념|노래|책|영화|작품|프로그램|꼬리표|키워드|뜻의|의미의)"

-- 그는 이 후보자를 “강성이 아닌 부드러운 보수”로 규정하며 · “기동력 있는 조직”을 제시하며: words laid down as one's own.
local laid_down <const> = re.compile "^(?:으?로|을|를)\\s(?:규정|평가|표현|정의|지칭|비유|묘사|진단|요약|제시|약속|내세|외[치쳤친]|주문|당부|다짐|천명)"

-- A는 “…”은 “…”고 짚었다: a statement quoted in two pieces.
local split <const> = re.compile "^(?:은|는|이|가|을|를)\\s[\"“]"

-- “만세” 등을 연호했다 · “만세”를 외쳤다: what is shouted, however short.
local shouted <const> = re.compile "^(?:\\s?등)?(?:을|를)\\s(?:연신\\s|크게\\s|함께\\s|거듭\\s)?(?:외[치쳤친]|연호)"

-- A whole sentence with its stop: “우연이었다.”
local whole <const> = re.compile "[다요까죠][.?!]$"

---@param quoted Quoted
---@param tail Span  what follows the closing mark, a few code points
---@return boolean
function speech.is(quoted, tail)
  if naming:test(tail) then return quoted.text:chars() > 20 end
  if reported:test(tail) or shouted:test(tail) or whole:test(quoted.text:right(3)) then return true end
  if (laid_down:test(tail) or split:test(tail)) and quoted.text:chars() > 7 and quoted.text:has(" ") then return true end
  if term:test(tail) then return quoted.text:chars() > 25 or said:test(quoted.text:right(3)) and quoted.text:has(" ") end
  if sentence_end:test(quoted.text:right(6)) and quoted.text:has(" ") then return true end
  return quoted.text:chars() > 14
end

speech.reported = reported

return speech
