-- The noun phrase (명사구) that ends at a head word: 익명을 요청한 | 한 업계 관계자(는).
local re <const> = require "re"
local words <const> = require "words"
local particles <const> = require "ko.particles"
local titles <const> = require "ko.titles"

local phrase <const> = {}

local countries <const> = words.file "ko/countries.txt"

-- The words in front of a head that can belong to its phrase, 한/또 다른/이른 included.
local words_ahead <const> = re.compile("(?<![가-힣A-Za-z0-9])(?:(?:" .. particles.NOUN .. "|한|또 다른|다른|젊은|늙은|어린)\\s){1,8}$")

-- A phrase is looked for in so many code points before its head; the longest in news has some forty.
local REACH <const> = 44

-- What only leads in to a phrase: conjunctions, adverbs, dates. 이날 | 청와대 관계자, 30일 | 해오름전자, 이에 대해 | …
local lead <const> = re.compile(
  "^(?:(?:(?:오늘|어제|그제|내일|전날|다음날|[0-9]+일)\\([^()]{1,12}\\)|이름의|이날|전날|다음날|당일|오전|오후|아침|저녁|이번|지난|최근|당시|앞서|이어|이어서|또(?! 다른)|또한|특히|한편|반면|다만|단|그러나|하지만|그러자|그런데|그리고|그러면서|이에|이후|현재|오늘|어제|올해|내년"
  .. "|아울러|더불어|게다가|며칠|이튿날|출신|명의|아닌|먼저|우선|끝으로|마지막으로|실제|실제로|결국|역시|물론|이와|관련|대해|관련해|통해|위해|두고|따라|따르면|이처럼|이같이|여기에|이때|그때|그|이|저|각|및|겸|등|고|故|같은|날|즉|왜냐하면|때문에"
  .. "|[가-힣]*때마다|때|때는|뒤|후|전|중|가운데|동안|만|반|것|시|대한|관한|위한|의한|인한|없이|함께|모두|다시|바로|직접|가장|매우|더|안|못|잘|매우|좀|약|총|수|지난해|지난달|작년|현지시간|지난주"
  .. "|왜|아직|여전히|오히려|벌써|이미|계속|새로|새|첫|두|세|네|쓴|본|준|낸|친|간|온|둔|건|딴|여러|몇|많은|모든|모두|해당|동|제|그럼에도|그렇지만|따라서|그래서|그동안|아니라|그러니|가령|이를테면|비해|결과|때마다|그날|당장|그러므로|이밖에|이외에|이와|특별히"
  .. "|[0-9]+(?:년|월|일|시|분|명|개|차례|번|번째|여|만|억|원|%|배|위|살|세|대)?[가-힣]{0,2}|제[0-9]+[가-힣]*)\\s)+")

-- What happened before: 체포 이후 | 벤슨
local before_now <const> = re.compile "^.*[가-힣](?:\\s(?:이후|직후|당시|이래|도중|속)|(?<=[가-힣])\\s끝에)\\s"

-- A photo credit run into the sentence: 소셜미디어 캡처 | 중국군 동부전구.
local credit <const> = re.compile "^.*(?:(?:캡처|캡쳐|제공|갈무리|사진|연합뉴스|뉴스1|뉴시스|기자|특파원|ⓒ)\\s|(?:(?:신문|일보|뉴스|경제|뉴시스) ?DB|ⓒ|뉴스1|뉴시스|연합뉴스|(?<![가-힣])기자(?!단|회|협|간담|들|실|실장))(?=[가-힣]))"

-- A verb in front of its noun whose ending nouns have too: 서울에서 열린 | …, 사진에 찍힌 | …, 내세운 | …
-- and a clause in 자: 논란이 일자 | 해오름전자
local verb <const> = re.compile "^.*(?:(?:하자|되자|(?<!지)지자|나오자|나자|일자)|(?:열린|올린|알린|내린|버린|물린|꺼린|걸린|달린|나온|다녀온|돌아온|들어온|이어온|해온|치른|오른|이른|따른|만난|떠난|나선|모인|맡은|받은|쓰인|쌓인|지닌|거친|마친|눌러쓴)|(?<![가-힣])(?:되?묻자|나간)|[가-힣][려아어라와]간|[가-힣](?:[어여해와라]\\s온|돼|힌|낸|끈|룬|세운|치운|시킨|으킨|삼킨|지킨))\\s"

local union <const> = re.compile "^[가-힣]*(?:모임|연대|연합|네트워크|행동|포럼|재단)"
local cause <const> = re.compile "(?<![가-힣])[가-힣]+[을를] 위한 $"

-- What describes a body or a medium whose own name follows: 중국 관영 영자지 | 해오름타임스, 시장조사업체 | 가람데이터.
local describes <const> = re.compile "^.*(?:관영|국영|(?<![가-힣])(?:유력|현지|온라인|경제|전문|정치|기술)?\\s?매체|일간지?|주간지|월간지|영자지|경제지|전문지|기관지|통신사|방송사|제[0-9]야당|집권당|신용평가사|[가-힣](?:조사|분석|컨설팅)(?:업체|기관|회사))\\s"
-- 미 | 해오름타임스, 영국 | 가람방송
local country <const> = re.compile "^(?<of>[미일중영독불러]|[가-힣]{2,5})\\s(?=\\S*$|\\S+\\s(?:통신|방송|신문|뉴스|TV)$)"
local medium <const> = re.compile "(?:타임스|타임즈|포스트|통신|저널|신문|방송|TV|일보|뉴스|가디언|이코노미스트|텔레그래프|데일리|블룸버그|닛케이|CNN|BBC|CBS|NBC|ABC|NHK|AP|AFP|CNBC|NYT|WSJ|FT|WP)$"

local aged <const> = re.compile "(?<![0-9])[0-9]{1,3}(?:세|살|대)\\s$"

local glued <const> = re.compile "^(?:연합뉴스|뉴시스|뉴스1)(?=[가-힣]{2})"

local object <const> = re.compile "[을를]\\s$"

local copula <const> = re.compile "([가-힣A-Za-z]+)인\\s"

-- 민주사회를 위한 | 변호사모임 광주지부: a purpose that is part of a body's name.
local function widened(found, from)
  local purpose <const> = union:test(found) and cause:find(from:upto(found))
  return purpose and purpose:hull(found) or found
end

-- The phrase that ends with `head`, no further left than `from`; head itself where nothing belongs to it.
---@param head Span
---@param from Span  the stretch to look in; head lies in it
---@return Span
function phrase.of(head, from)
  -- ⓒ 연합뉴스청와대: a picture's agency run into the word
  local agency <const> = #head > 15 and glued:find(head)
  if agency then return head:from(agency) end
  local ahead <const> = from:upto(head)
  if #ahead < 3 then return head end
  local left = words_ahead:find(ahead:right(REACH))
  if not left then return widened(head, from) end
  local skip = credit:find(left)
  if skip then left = left:from(skip) end
  skip = verb:find(left)
  if skip then left = left:from(skip) end
  skip = before_now:find(left)
  if skip then left = left:from(skip) end
  -- 해오름의 감사인인 | 한울회계법인: what the copula of a title or a body leads to; 재학 중인 | 한 학생
  for m in copula:gmatch(left) do
    local kind <const> = titles.kind(m[1])
    if kind and kind ~= "none" and not countries:has(m[1]) or m[1]:is("중") or m[1]:is("격") then left = left:from(m[0]) end
  end
  skip = lead:find(left)
  if skip then left = left:from(skip) end
  -- 질의를 한 | 위원: the verb
  if left:starts("한 ") and object:test(left:before(2)) then left = left:skip(2) end
  local kind <const> = titles.kind(head)
  -- 익명을 요구한 | 31세 남성, 40대 여성 관계자: the age belongs to the person
  local age <const> = kind == "person" and aged:find(from:upto(left:hull(head)))
  if age then return age:hull(head) end
  if #left > 0 and (kind == "organization" or not kind or kind == "title" and medium:test(head)) then
    skip = describes:find(left)
    if skip then left = left:from(skip) end
    local m <const> = medium:test(head) and country:match(left:hull(head))
    if m and (#m.of == 3 or countries:has(m.of)) then left = left:from(m.of) end
  end
  return widened(left:hull(head):trim(), from)
end

return phrase
