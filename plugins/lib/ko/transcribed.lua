-- Names in Hangul transcription (마무드 알리 유수프): which words can be part of one, and how far one goes.
local re <const> = require "re"
local words <const> = require "words"
local names <const> = require "ko.names"
local particles <const> = require "ko.particles"
local titles <const> = require "ko.titles"

local transcribed <const> = {}

-- Syllables of transcribed names that Korean and Sino-Korean words hardly have, that a few of them have, and that many have.
local RARE <const> = "윌앨엘샤랄셰펠슐슨렉렌옌콜헨랴콧켈벨븐슈웬멜롤럴뉘칼닐윈웰헤힛숀펙욤헥첼샬켄뤼잭왈벡겔셸킴톰샹럿툰잔팻팸툴셀핸톨랭랠뇨푸칸셉쁘펜롬겐웨튀밴릿벤랜츠헬짐젠낙칭맥킨롭센텔델콘궈쑨쉐쥔쩡쩌톈훙쯔뚜룰댄샘젤흐햐랏뱅멩펭녜홋얀욘빗룩잉쿤궁룽릭닉렛룸캄쿱텝폰폴퓨튼틴쌩탱몰벌뎅쿄"
local SELDOM <const> = "닛캐캠퍼클블케톤랙띠쿠쓰빌커코베르스크트프드즈토티터페피카테론루브런럼튜"
local COMMON <const> = "레타키파바버마니라로네"

local rare <const> = re.compile("[" .. RARE .. "]")
local seldom <const> = re.compile("[" .. SELDOM .. COMMON .. "]")
-- RARE and SELDOM, nearly, in ranges: a search of a whole text tests them in half the time.
transcribed.STRANGE = "[겐-겔궁-궈낙녜뇨뉘닉닐닛댄델-뎅드뚜띠랄랏랙-랠랭-랴런-럼럿렉-렛론-롭루-룸룽뤼르릭릿맥멜-멩몰밴-뱅벌베-벨브-블빌-빗쁘샘샤-샹센-셉셰-셸숀쉐슈-슨쌩쑨-쓰앨얀엘옌왈왕욘-욤웨-웰윈-윌잉잔잭젠-젤쥔-즈짐쩌-쩡쯔첼츠칭-커케-켈코-쿱크클킨-킴탱-터테텔텝-토톤-톰툰-트튼티-틴팸-펭폰-폴푸퓨-프피핸햐헤-헬홋훙흐힛]"
local loanwords <const> = words.file "ko/loanwords.txt"

-- What stands between the names of one person: 무함마드 빈 살만, 디르크 판 미르트.
local noble <const> = words.set { "빈", "빈트", "알", "반", "판", "폰", "본", "데", "드", "디", "다", "두", "델", "엘", "르", "라", "벤", "이븐", "아부", "세인트", "맥", "오", "도스", "더르", "덴", "셰이크" }
-- Names of one syllable: 존 힐리, 젠슨 황, 모 모 민트.
local brief <const> = re.compile "^[존팀톰짐벤닉샘론맷댄켄잭얀휴앤밥빌딘필폴팻척칼맥민잰조제프마윌롭팸테트럼황홍왕리수쿡킴웡첸툰욱탕랄우모코쿄유장판찐팜팍호쩐응천린션숀맨량궈쑨]$"

-- A word that only a listed word of some length ends: 데이터센터, 스마트팩토리.
local function compound(word)
  local tail <const> = loanwords:ends(word)
  return tail ~= nil and #tail >= 9
end

local of_country <const> = re.compile "^(?:한국|미국|중국|일본|영국|독일|러시아|유럽|아시아)"

-- Endings of verbs, of nouns with particles and of what derives from nouns.
local grammatical <const> = re.compile "(?:[려면된될인뿐째씩켜써들했었였져]|[가-힣]해|(?<=[가-힣]{2})(?:로|서|자|다|린|닌|쥔|진|둔|운|끈|던|냐|라)|부터|까지|조차|마저|마다|밖에|처럼|보다|라도|스러운|적인|에선|에도|이자|이며)$"

-- Of these the ones that never close a name.
local closes <const> = re.compile "(?:이자|이며|부터|까지|처럼|으로|에선|아니라|아닌|[열올내걸물]린)$|^않"

local particle <const> = re.compile "^([가-힣-]+?)(에게는|에게|께서|은|는|이|가|도|과|와|의)$"

-- A word without its particle, where one may stand on it: 라스곤|은, 카가라|는, but 하메네이.
---@param word Span
---@return Span?, string?
function transcribed.bare(word)
  local m <const> = particle:match(word)
  if not m then return nil end
  local text <const> = m[2]:text()
  if not particles.fits(m[1], text) then return nil end
  return m[1], text
end

-- How much a word looks like a transcription: 2 by itself, 1 with another one, 0 not at all.
---@param word Span
---@return integer
function transcribed.strangeness(word)
  if rare:test(word) or names.first:has(word) then return 2 end
  local n = 0
  for _ in seldom:gmatch(word) do n = n + 1 end
  return n > 1 and 2 or n
end

-- What closes with one of these is no part of a name; most words are turned away by it.
local inflected_end <const> = re.compile "[을를은는에며면고게된될했었였]$|[가-힣](?:[했한하]다|부터|에서|으로)$"

local function is_part(word)
  if #word == 3 then return brief:test(word) end
  if names.first:has(word) then return true end
  if inflected_end:test(word) or loanwords:has(word) or names.noun(word) or compound(word) or names.countries:has(word) then return false end
  if of_country:test(word) or not names.foreign_word(word) or names.shaped(word) then return false end
  if closes:test(word) or grammatical:test(word) and transcribed.strangeness(word) < 2 then return false end
  local stem <const> = transcribed.bare(word)   -- 셰프가, 대통령이
  return not stem or not (titles.kind(stem) or loanwords:has(stem) or compound(stem))
end

local known = {}   -- what was found for each word of a text

-- To be called before a text is read.
function transcribed.begin() known = {} end

-- Whether a word can be part of a foreign name.
---@param word Span
---@return boolean
function transcribed.part(word)
  local text <const> = word:text()
  if known[text] == nil then known[text] = is_part(word) end
  return known[text]
end

local no_family <const> = re.compile "^(?:[씨측등및전현겸외군양옹님팀]|당시|최고|임시|역시)$"
local generic <const> = words.set { "시장", "도시", "회사", "역사", "정당", "가족", "내각", "당국", "이사", "사건", "효과", "증후군", "협정", "내각", "인형", "실행" }

-- Whether a word can be the family name behind a given name of the list, where much else is one than by itself: 팸 | 본디,
-- 낸시 | 펠로시, 피터 | 틸, 니콜라스 | 마두로.
local function family(word, given)
  if not names.first:has(given) or no_family:test(word) then return false end
  if #word == 3 then return #given > 3 end
  if #word > 24 or loanwords:has(word) or names.countries:has(word) or names.places:has(word) or names.noun(word) or generic:has(word) then return false end
  local head <const>, kind <const> = titles.heads:ends(word)
  if head and (kind == "title" or kind == "person") and (#head > 3 and not word:is("아이사") or word == head) or kind == "organization" and #head > 3 then return false end
  if head and #word == #head then return false end
  if titles.office(word) or compound(word) then return false end
  return not re.test("(?:[을를은는에의]|[가-힣]{2}(?:된|한|할|하는|에서|에게))$", word) and not (transcribed.bare(word) and transcribed.strangeness(word) < 1)
end

local ahead <const> = re.compile "(?<![가-힣A-Za-z0-9])([가-힣]{1,8}(?:-[가-힣]{1,7})?) (?<middle>[A-Z]\\.? )?$"
local behind <const> = re.compile "^ (?:[A-Z]\\.? )?([가-힣]{1,9}(?:-[가-힣]{1,7})?)(?![A-Za-z0-9])"
local initials <const> = re.compile "(?<![A-Za-z0-9가-힣])(?<![가-힣] )(?:(?:[A-Z]\\. ?){1,2}|JD |[A-Z] [A-Z] )$"
-- A name may begin behind these, whatever its syllables.
local opens <const> = re.compile "(?:^|[.\\n\"“”‘’'…,·(\\[<>/\\-:] ?|[가-힣](?:이|가|와|과|은|는|의|인|된|한|던|에서|소속|출신|선|있는|하는|면|며|고) )$"

-- Whether a word with a particle on it can't stand within a name: 셰프가 | 천, 대통령이 | 베냐민.
local function inflected(word)
  return transcribed.bare(word) ~= nil and not names.first:has(word)
end

-- Whether the word before a name belongs to it.
local function leads(word, follower)
  if not transcribed.part(word) or inflected(word) then return false end
  if names.first:has(word) then return true end
  if grammatical:test(word) then return false end
  local strange <const> = transcribed.strangeness(word)
  if strange == 2 and not names.first:has(follower) then return true end
  local before <const> = word:before(8)
  local noun <const> = re.find("[가-힣]+(?= $)", before)
  local opened <const> = opens:test(before) or noun ~= nil and titles.kind(noun) ~= nil
  return opened and (strange == 2 or not names.first:has(follower)) or noble:has(word) ~= nil
end

-- 이시카와, 오가와: names that end like the particle.
local japanese_end <const> = re.compile "[카가자사오도]와$"

local function joins(one, given) return transcribed.part(one) or noble:has(one) ~= nil or family(one, given) end

local title_next <const> = re.compile "^ [가-힣]+(?:장|관|원|표|자|수|리|령|사|독)(?![가-힣])"

-- The words of a name around one of them, from left to right: at most six, of which the last may have borne a particle.
---@param word Span
---@return Span[]? list
---@return string? particle
function transcribed.around(word)
  local list, tail = { word }, nil
  local ahead_of <const> = ahead:match(word:before(20))
  -- 라스곤은: the anchor bears the particle; 낸시 | 펠로시
  local whole <const> = transcribed.part(word)
  if not whole then
    local given <const> = ahead_of and names.first:has(ahead_of[1]) and ahead_of[1]
    local stem, p = transcribed.bare(word)
    if stem and #stem > 3 and (transcribed.part(stem) or given and family(stem, given)) then list[1], tail = stem, p
    elseif not (given and family(word, given)) then return nil
    end
  end
  for i = 1, 3 do
    local m <const> = i == 1 and ahead_of or i > 1 and ahead:match(list[1]:before(20))
    -- 이스라엘 | 카츠 이스라엘 국방부 장관: a country's name that is a given name too, where the office has it again
    local namesake <const> = m and #list == 1 and names.countries:has(m[1]) and list[1]:after(8):starts(" " .. m[1])
    if not m or not (namesake or leads(m[1], list[1]) or m.middle and transcribed.part(m[1])) then break end
    table.insert(list, 1, m[1])
  end
  if tail and #list == 1 then return nil end
  local first <const> = initials:find(list[1]:before(5))
  if first then table.insert(list, 1, first) end
  while #list < 6 and not tail do
    local m <const> = behind:match(list[#list]:after(22))
    if not m then break end
    local one <const> = m[1]
    local stem <const>, p <const> = transcribed.bare(one)
    if stem and (#stem > 3 or names.first:has(list[#list]) and brief:test(stem)) and joins(stem, list[#list])
      and ((p == "와" or p == "과" or p == "도") and not japanese_end:test(one) or not title_next:test(one:after(12))) then
      list[#list + 1], tail = stem, p
      break
    end
    if not joins(one, list[#list]) then
      -- 쿠날디 다르마 | 리에(Kunardy …), 마르친 | 코시니아크카미시 폴란드 …
      local next_word <const> = re.match("^(?: ([가-힣]+)|\\([A-Z][a-z])", one:after(14))
      if next_word and (not next_word[1] and not titles.kind(one) or next_word[1] and names.countries:has(next_word[1]) and #one > 12 and transcribed.strangeness(one) == 2) then list[#list + 1] = one end
      break
    end
    list[#list + 1] = one
  end
  if noble:has(list[#list]) and #list > 1 and not brief:test(list[#list]) then list[#list] = nil end
  return list, tail
end

local chinese <const> = re.compile "^(?:(?=.*(?:[궈쑨쥔쩡톈훙쉬쯔샹칭룽펑멍쑹쓰랴뤄둥덩]|(?<!어)쩌))[가-힣]{2,4}|왕[가-힣]{2,3})$"

-- 궈야후이, 멍샹칭: the whole name of a Chinese in one word.
---@param word Span
---@return boolean
function transcribed.chinese(word) return chinese:test(word) and not grammatical:test(word) and not names.first:has(word) end

---@param word Span
function transcribed.loan(word) return loanwords:has(word) ~= nil end

---@param word Span
function transcribed.noble(word) return noble:has(word) ~= nil end

return transcribed
