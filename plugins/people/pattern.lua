-- The one pattern that finds Korean names, tried where a word begins. It only filters by shape, so that the host's
-- matcher does nearly all of the work; what it lets through is judged by word lists afterwards.
local re <const> = require "re"
local names <const> = require "ko.names"

local S <const> = "[" .. names.SURNAME .. "]"

-- How titles end: the last syllable and those that stand before it (회장, 의장 …; from ko/heads.txt).
local ENDS <const> = {
  { "장", "검경계과관교구국기단대동랩룹면무문모반방병부사서소시실원육읍의이점조주준중집차처청촌총터통트팀판학함합행회CF" },
  { "사", "가간감강개검경계공교담대련리목무박법변별상술약양여영예의이지축특판하형호" },
  { "관", "기당독력령리무방법보사서시식의장정좌차찰책판행획" },
  { "자", "기립명발보선세업영왕임자정학행획휘" },
  { "가", "동략론무문석설악업작축행험화" },
  { "인", "리변부선송시업집행" },
  { "님", "수스의원장표" },
  { "원", "구무사위의팀파회" },
  { "위", "경대방소중" },
  { "수", "가교군선총" },
  { "감", "경교안육" },
  { "령", "대소중통" },
  { "서", "듀비사운" },
  { "의", "공문치탁" },
  { "보", "검관특후사" },
  { "리", "대총" },
  { "무", "상전총" },
  { "임", "선주책" },
  { "주", "공업" },
  { "버", "멤튜" },
  { "프", "세셰" },
  { "석", "수주" },
  { "우", "배성" },
  { "디", "이피" },
  { "터", "렉스이" },
  { "너", "오이트" },
  { "경", "기방순총" },
  { "정", "경" },
  { "독", "감" },
  { "맨", "그" },
  { "문", "고" },
  { "황", "교" }, { "교", "주" },
  { "당", "담" },
  { "표", "대" },
  { "행", "대" },
  { "퍼", "래" },
  { "더", "리" },
  { "저", "니" },
  { "역", "좌" }, { "필", "주" },
  { "기", "서" },
  { "생", "선" },
  { "부", "신" },
  { "판", "심" },
  { "커", "앵" },
  { "어", "니" },
  { "군", "장" },
  { "괄", "총" },
  { "재", "총" },
  { "통", "총" },
  { "치", "코" },
  { "검", "특" },
  { "트", "스" },
  { "씨", " )가-힣" },
  { "O", "ETFOI" },
  { "D", "PM" },
  { "P", "V" },
}

-- What begins an item of a list: ▲홍천지점장 윤종남 ▲원주지점장 …
local ITEM <const> = "[▲△▶◀▷◁◇◆■□●○]"

local J <const> = "[은는이가을를의도과와에로측만인]"

-- Each ending as look-behinds, the last syllable first: one comparison turns most words away. They are tried in groups,
-- each behind the class of its last syllables. `behind` is the particle that may follow.
local GROUP <const> = 8   -- of some sixty: as many groups as there are endings in one
local function endings(behind)
  local groups <const> = {}
  for first = 1, #ENDS, GROUP do
    local class, list = "", {}
    for i = first, math.min(first + GROUP - 1, #ENDS) do
      local last <const>, before <const> = ENDS[i][1], ENDS[i][2]
      class = class .. last
      list[#list + 1] = "(?<=" .. last .. behind .. ")(?<=[" .. before .. "]" .. last .. behind .. ")"
    end
    groups[#groups + 1] = "(?<=[" .. class .. "]" .. behind .. ")(?:" .. table.concat(list, "|") .. ")"
  end
  return table.concat(groups, "|")
end

-- A word of an affiliation: no mark, stop (쿠팡Inc. has one) or particle in it, with what stands in brackets behind: 태스크포스(TF).
local WORD <const> = "[^\\s\\x{A0}\"“”‘’',.()…/]++(?:(?<=Inc|Ltd|Co)\\.)?(?:\\([^()\\n]{1,20}\\))?(?:(?<![은는을를에며고])|(?<=마을|가을|지은|[가-힣][외여남공상체]고|과학고|(?<![가-힣])[한산수기]은))"

-- Those last syllables as one class, the cheapest test.
local last <const> = {}
for i = 1, #ENDS do last[i] = ENDS[i][1] end
local T <const> = "[" .. table.concat(last) .. "]"

-- What follows a title within its word and is longer than a particle: 의원에게, 회장이었다. The last syllable first, then the literals.
local LONGER <const> = "(?<=[게서다자며고데는])(?:(?<=에게|께서|이다|이자|이며|이고|였다|인데)(?<=" .. T .. "..)|(?<=[다는서])(?<=이었다|입니다|에게는|에게서|께서는)(?<=" .. T .. "...))"

-- A word that ends like a title, with or without what follows a noun: 장관, 장관은, 의원에게, 회장이었다. The loose form
-- knows the last syllable only and is judged afterwards.
local TITLE <const> = "[가-힣A-Za-z0-9]++(?:(?<=" .. J .. ")(?<=" .. T .. ".)(?:" .. endings(".") .. ")|(?<=" .. T .. ")(?:" .. endings("") .. ")|" .. LONGER .. ")"
local LOOSE <const> = "[가-힣A-Za-z0-9]++(?:(?<=" .. J .. ")(?<=" .. T .. ".)|(?<=" .. T .. ")|" .. LONGER .. ")"

-- The commonest words that begin like a surname; the rest are judged by names.likely.
local COMMON <const> = "(?!(?:지(?:[난역원금속]|난해|난달)|이(?:[번후날어런상제미]|메일)|위[해한반]|함께|가(?:[장격]|운데)|서(?:울|비스)|주요|국[내회민제]|최[근대종]|기[자존술준업반간]|경[우제기영]|모[든두델]|현[재장지]|오[전늘후]|정[부책보]|시장|한[국편]|우리|사업|반(?:면|도체)|여(?:러|전히)|전[체국년날]|조사|고객|어떤|민주당|신규|하(?:루|지만)|공식|장관|성장|유출|채널|원을|안전|계속|금융|연[간속]|부산|추진|문제)[ (])"

-- Professions that stand before a name: 배우 서해찬는. The classes in front keep most words from the list.
local PROFESSION <const> = "(?=[배가감방개작소화시성연무안프디래아앵유평칼피지선변셰멤][가-힣]{1,5}+ [가-힣]{3})(?:배우|가수|감독|방송인|개그맨|개그우먼|작가|작곡가|소설가|화가|시인|성악가|연주자|무용수|안무가|프로듀서|디자이너|래퍼"
  .. "|아나운서|앵커|유튜버|평론가|칼럼니스트|피아니스트|지휘자|선수|변호사|셰프|멤버)"

--   full    한도윤 시청 미래기획수석 · 김소망(43) … 대표 · 임가온·이누리 LG AI연구원장
--   sur     배 부총리 · 한 전 대표 · 김 씨: whose it is, the registry tells
--   anon    A씨 · 김모씨 · 이모(43)씨
--   mr      박나루씨
--   known   방송인 서해찬는
local MENTION <const> = "(?:"
  .. "(?=[가-힣]{2,4}+[ (])(?=" .. S .. "|" .. names.DOUBLE .. ")" .. COMMON .. "(?<full>[가-힣]++)(?<![는를의에가고과와며된할던게적])(?:\\([^()]{1,24}\\))?"
  .. "(?<org>(?: " .. WORD .. "){0,6}?)(?: |(?<=\\))(?!씨))(?<title>" .. TITLE .. ")"
  .. "|(?=[가-힣][ 씨])(?<sur>" .. S .. ")(?: (?:전 |신임 |현 )?(?<office>" .. LOOSE .. ")|씨(?=[은는이가의를도와]|[^가-힣]))"
  .. "|(?=[A-Z] ?[(씨]|[가-힣] ?(?:모|아무개))(?<anon>(?:[A-Z]|" .. S .. " ?(?:모|아무개))(?:\\([^()]{1,10}\\))? ?씨)(?![가-힣]{3})"
  .. "|(?=[가-힣]{3}[씨님(])(?<mr>" .. S .. "[가-힣]{2})(?:\\([^()]{1,12}\\))?(?:씨|(?<![가-힣][스사수표장원])님)(?![가-힣]{2})"
  .. "|" .. PROFESSION .. " (?<known>" .. S .. "[가-힣]{2})(?=(?:은|는|이|가|의|도|과|와|에게|께서|씨)(?![가-힣]))"
  .. ")"

return {
  TITLE = TITLE,
  WORD = WORD,
  ITEM = ITEM,
  -- 임가온·이누리 | LG AI연구원장: the names before the last of a list
  coordinate = re.compile("(?:" .. S .. "[가-힣]{1,2}·)+$"),
  -- The body's first word; the words behind what can stand before one.
  opening = re.compile("^" .. MENTION),
  mention = re.compile("[ \\n\\x{A0}.,()\\[\\]/<>\"'|:;?!=~*·“”‘’…△▲◀▶▷■□◆◇●○※━─]" .. MENTION),
}
