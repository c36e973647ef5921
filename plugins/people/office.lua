-- What stands beside a name: the title behind it, how far it goes, and the affiliation before or behind.
local re <const> = require "re"
local names <const> = require "ko.names"
local titles <const> = require "ko.titles"
local pattern <const> = require "pattern"

local office <const> = {}

-- 푸른당 권하늘 대표: the affiliation before the name.
local ahead <const> = re.compile "(?<![가-힣A-Za-z0-9])(?:[^\\s\"“”‘’',.()…/\\[\\]【】<>=|]++(?<![은는을를에며고]) ){1,4}$"
-- Words that cannot begin an affiliation: 이날 국회 …, 30일 쿠팡 …, 앞서 …
local lead <const> = re.compile(
  "^(?:(?:(?:올해|새해|내년|지난해) 초|과거|조만간|뒤늦게|이제|그냥|와|과|때|없이|장기간|이날|전날|오전|오후|이번|지난|최근|당시|앞서|이어|또|또한|특히|한편|반면|다만|그러나|하지만|이에|이후|현재|오늘|어제|올해|내년|같은|다른|모든|여러|각|그|이|저|및|겸|등|고|故|전|현|신임"
  .. "|현직|전직|지난해|지난달|[0-9]+(?:년|월|일|시|분|명|개|차례|번|번째|여)?[가-힣]?|왼쪽부터|오른쪽|주인공|위원|증인|참고인|특별히|역시|결국|바로|직접|물론|대신|관련|먼저|우선|진행|사회)\\s)+")

local particle_behind <const> = re.compile "[은는이가을를의도과와에로측만인]$"

-- The title a word ends with, without its particle; nil and what the word names where it is none.
---@param word Span
---@return Span?, string?
function office.title_of(word)
  -- without the particle first: 회장도 ends like a province (…도); 위원장 has none, though 위원 is a title too
  if particle_behind:test(word) then
    local bare <const> = word:chop(1)
    if titles.kind(bare) == "title" then return bare end
  end
  local kind <const> = titles.kind(word)
  if kind == "title" then return word end
  if kind == nil then
    for longer = 2, 3 do
      local noun <const> = word:chop(longer)
      if #noun > 0 and titles.kind(noun) == "title" then return noun end
    end
  end
  return nil, kind
end

local further <const> = re.compile("^(?: " .. pattern.WORD .. "){0,4}? (?<title>" .. pattern.TITLE .. ")")
-- The title that a word is, or one further on where it only ends like a title: LG AI연구원 | AI에이전트 그룹장. With the affiliation, to which
-- belongs what lies between.
---@param word Span
---@param org Span?  what stands before the word
---@return Span? title  nil where there is none
---@return Span? organization
function office.reach(word, org)
  local title = office.title_of(word)
  while not title do
    local rest <const> = further:match(word:after(30))
    if not rest then return nil end
    word = rest.title
    title = office.title_of(word)
    if title and org then org = org:hull(title:before(1)) end
  end
  return title, org
end

-- 장관 | 후보자, 부총리 | 겸 과학기술정보통신부 장관
local continued <const> = re.compile("^(?: (?<more>" .. pattern.TITLE .. ")| (?:겸|및)(?<org2>(?: " .. pattern.WORD .. "){0,4}?) (?<also>" .. pattern.TITLE .. "))")

-- What closes an affiliation though it is written like a word of it: 국회에서, 참석한, 사위인.
office.closes = re.compile "(?:에서|에선|으로|라며|면서|했다|이다|니다|통해|위해|대해|관련|따라|하며|비롯해|포함해|제외하고|이날|다시|함께|까지|부터|에게|라는|이라|는지|인지|지만|됐지만|된|될|던|출신인|알려진|밝혀진|이어진|가진|지닌|나온|나선|만난|떠난|찾은|받은|맡은|거친|마친|이끈|만든|중인|명인|해온|[자장수원관가표사]인|[장원관수자당들측령]이|[회부사표리]가|\\d{1,2}일|(?<![북대신주유무한])한)(?: |$)"

-- A clause before it: 국정원장을 거쳐 | 전 국가안보실장, 의혹이 불거진 | 더불어민주당 원내대표
local clause <const> = re.compile "(?:거쳐|맞아|열어|찾아|몰아|받아|불러|넘겨|이끌어|들어와|들어서|나서|나아가|종합해|대해서|위해서|하더라도|하자면|나오던데|[는했됐런]데|가운데|(?:출연|자리)해|열려|지낸|밝혀낸|시킨|(?:[선진직탑파보계]|조직|동일인)인|지켜 ?본|[되하]자|것처럼|에도|아닌|[어여해와라]온|열린|불거진|휩싸인|던진|숨진|이뤄진|일단락되자|담긴|내세운|세운|[해라아어] 온|경쟁할)$"
local with <const> = re.compile "(?:당|사건|의혹|논란|혐의|문제|유가족|차단|제공)$"
local each_word <const> = re.compile "\\S+(?= )"
local last_syllable <const> = re.compile "[이가과와도인로해]$"

-- Whether a word can't stand in an affiliation, by the particle or the copula on a noun: 후보자가, 총재와, 공로로, 친동생인; but 정보통신과, 강원도, 법무법인.
local function closes_affiliation(word)
  if clause:test(word) then return true end
  if not last_syllable:test(word) then return false end
  local stem = word:chop(1)
  if word:ends("으로") then stem = word:chop(2) end
  if #stem < 6 and not (stem:is("씨") or stem:is("격") or stem:is("명")) then return false end
  if titles.kind(word) or names.noun(word) or names.places:has(word) or names.countries:has(word) then return false end
  local kind <const> = titles.kind(stem)
  -- 대통령과 | 여사, 사건과 | 전 경찰청장; but 신경과 교수, 안전총괄과 주무관
  if word:ends("과") then return kind == "title" and not stem:ends("총괄") or kind == "person" or with:test(stem) end
  return kind ~= nil or names.noun(stem)
end

-- What closes the phrase before an affiliation after all: 강이든 전남도지사와 | …, 국회 위원장인 | …
local joined <const> = re.compile "^.*(?:장|원|사|표|수|관)(?:와|과|인)\\s"

-- 나확진 기자 | 최인영 특파원: the office of another; ▲경인일보 김지원 기자 ▲기호일보 | 박건 기자: the mark of an item.
local another <const> = re.compile("(?:기자|특파원|앵커|아나운서|변호사|교수|의원|대변인)$|" .. pattern.ITEM)

-- The affiliation before a name, without what only leads in to it; nil where none stands there.
---@param name Span
---@return Span?
function office.affiliation_before(name)
  if not name:before(1):is(" ") then return nil end
  local left = ahead:find(name:before(28))
  if not left then return nil end
  local skip = office.closes:find(left)
  while skip do
    left = left:from(skip)
    skip = office.closes:find(left)
  end
  skip = joined:find(left)
  if skip then left = left:from(skip) end
  for word in each_word:gmatch(left) do
    if closes_affiliation(word[0]) then left = left:from(word[0]):skip(1) end
  end
  skip = lead:find(left)
  if skip then left = left:from(skip) end
  left = left:trim()
  return #left > 3 and not another:test(left) and left or nil
end

-- Words that stand between an affiliation and a title and belong to the title: 기술 총괄, 상근 부위원장, 전 대표.
local rank <const> = re.compile "^(?:전|현|신임|초대|임시|공동|상근|상임|비상근|수석|선임|책임|기술|사무|총괄|명예|최고|원내|직무|전임)(?:\\s(?:전|상근|공동|수석))?$"
-- 연구원장 after LG AI: the office of an institution is written as one word with it.
local institute <const> = re.compile "(?:연구원|진흥원|개발원|평가원|교육원|협회|학회|재단|은행|공사|공단|연맹|연합회|중앙회|의회)장$"

-- 서울 은명초의 | 교사: the particle is no part of the body; 국민경제자문회의 | 부의장
local genitive <const> = re.compile "[^회상협의]의$"

local WORD <const> = "[^\\s" .. pattern.ITEM:sub(2) .. "+"
local appointed <const> = re.compile(pattern.ITEM .. "\\s?(?:<[^<>]*>|\\([^()]*\\))?(?<org>(?:" .. WORD .. " ){0,4})(?<title>" .. WORD .. ") $")

-- ▲홍천지점장 | 윤종남 ▲원주지점장 …: in a list of appointments the office stands before the name. The affiliation, the title, both as one.
---@param name Span
---@return Span? organization
---@return Span? title
---@return Span? role
function office.appointed(name)
  local m <const> = appointed:match(name:before(44))
  if not m or not office.title_of(m.title) then return nil end
  local org <const> = #m.org > 0 and m.org:trim() or nil
  return org, m.title, org and org:hull(m.title) or m.title
end

-- The title with what belongs to it (장관 + 후보자, 부총리 + 겸 … 장관), the affiliation, and both as one.
---@param title Span
---@param org Span  what stands between name and title; may be empty
---@return Span? organization
---@return Span|Span[] title
---@return Span role
function office.read(title, org)
  org = org:trim()
  if #org == 0 then org = nil
  elseif rank:test(org) then title, org = org:hull(title), nil end
  local m <const> = title:after(1):is(" ") and continued:match(title:after(40))
  if m then
    -- 부총리 겸 과학기술정보통신부 | 장관: the ministry only ends like a title
    local more <const> = m.more and office.title_of(m.more) or m.also and office.reach(m.also) or nil
    if more and m.more then title = title:hull(more)
    elseif more then
      local role <const> = (org or title):hull(more)
      local org2 <const> = m.org2:trim()
      if org or #org2 == 0 then return org, title:hull(more), role end
      return org2, { title:hull(title:after(2)), more }, role
    end
  end
  if org and institute:test(title) then org, title = org:hull(title:chop(1)), title:right(2) end
  local role <const> = org and org:hull(title) or title
  return org and genitive:test(org) and org:chop(1) or org, title, role
end

return office
