-- What one word with the particle of a subject names: a person, a body, an unnamed source, what was named before.
local re <const> = require "re"
local titles <const> = require "ko.titles"
local phrase <const> = require "ko.phrase"
local names <const> = require "ko.names"
local titled <const> = require "titled"
local shape <const> = require "shape"
local bare <const> = require "bare"
local elsewhere <const> = require "elsewhere"

local source <const> = {}

---@class Candidate
---@field word Span        the word without its particle
---@field particle string  the particle
---@field rank number      how strongly the particle binds the quote: 3 for a topic, 1 for a subject
---@field stretch Span     what lies between the sentence's start, or the quote before, and the quote
---@field near boolean     nothing stands between the word and the quote
---@field first boolean    the word opens the sentence
---@field stop integer?    where the mention of a person ends that the word closes (강보라 씨)

---@class Source
---@field speaker Span?    nil for a pronoun
---@field role Span?
---@field kind string      person, organization, title, place, pronoun, label, or unknown
---@field person table?    the record of `people`
---@field body boolean?    a pronoun that stands for a body
---@field place Span       where it stands

-- 그는, 그녀는, 이들은, 두 사람은: the speaker or topic before.
local pronoun <const> = re.compile "^(?:그|그녀|그들|이들|이|양측|두 ?사람)$"

-- What ends in 은/는 and is no topic: 하는, 에서는, 앞으로는, 이라는.
local no_topic <const> = re.compile(
  "(?:에서|에게|에|으로|로|라고|다고|지|까지|만|보다|부터|려|고|서|면|때|경우|결과|이번|최근|라|다|하|있|없|되|받|맞|않|나오|이어지|오르|들어가|만드|모르|부르|보이|주|키|치|르|리|내|놓|갖|찾|묻|잇|늘|줄|남|살"
  .. "|알|얻|열|걸|돌|팔|풀|같|싶|많|높|낮|좋|넓|짧|깊|젊|늦|밝|맑|붉|짙|옅|굵|얇|나|가|오|냐|느냐|던|것|점|데|바|일|날|뿐|이후|이전|당시|현재|대해서|관련해서|의혹|논란|문제|질문|지적|우려|비판|주장|발언들?|내용들?|사실들?|이유|배경|가운데|우리|저희|자신|본인|나아|하기|되기|시키기|[하계으오]시|(?:움직|높|줄|늘|먹|속|기울|끓|붙|망설|들|죽|녹|쌓|연|끌|벌|꺾)이|없애)$|^(?:언제|아래|위|다음|이상|이하|이곳|그곳|여기|거기|이제|아직|때로)$")

-- 16개 중 13개는, 44건이: so many things, no speaker.
local counted <const> = re.compile "^[0-9.,]+[만천억조]?여?(?:개|건|곳|종|가지|회|번|번째|차례|년|월|일|시|분|초|대|호|권|장|점|위|배|원|달러|km|㎞|㎡|t|톤)$"

-- 누리꾼들 반응은, 이 대표의 주장은: whose words they are.
local utterance <const> = re.compile "^(?:반응|의견|목소리|입장|주장|설명|생각|말|이야기|얘기|답변|평가|발언|메시지)$"

-- Particles that only what is known to speak takes.
local doubts <const> = { ["조차"] = true, ["조차도"] = true, ["마저"] = true, ["마저도"] = true }

local plural <const> = re.compile "([가-힣]+들)(?:로|인데),\\s$"

-- 이 단체는, 해당 기관도: a body that was named before.
local body_again <const> = re.compile "^(?:단체|기관|매체|신문|업체|회사|협회|연구팀|연구소|통신|방송)$"
local this <const> = re.compile "(?:^|[^가-힣])(?:이|해당) $"

-- 단체는 “…”: the same by its kind alone, where it opens the sentence.
local alone <const> = re.compile "^(?:단체|기관|매체|신문|협회|통신|방송)$"

-- 기자회견에 참석한 | 이들은: a noun, not a pronoun.
local adnominal <const> = re.compile "[한된던은는린인]\\s$"

-- 복수의 생존자 | 에마와 알마: a common noun in front of a name is no part of it.
local function name_part(whole)
  local last = re.find("^.*인\\s", whole)
  for piece in re.gmatch("\\S+", whole) do
    local tag <const> = titles.kind(piece[0])
    if tag and piece[0].stop < whole.stop and not (tag == "organization" and piece[0]:chars() > 3) then last = piece[0] end
  end
  return last and whole:from(last):trim() or whole
end

-- 보이지 않아도, 힘들어도: the ending of a verb, no particle.
local concessive <const> = re.compile "[해여어아려돼져워와]$"

-- Endings of people and bodies outside the list of heads: 외교관, 논객들, 취재원.
local animate <const> = re.compile "(?:(?:수사|조사|형사|정책|지원|관리|기획|총무)과|자|인|원|관|생|진|팀|측|들|꾼|객|주|장|단|회|청|처|당|TV|뉴스|씨|님|맘|족|파|러|스트)$"

-- 한중 정상회담에서는, 방송에서는: where it was said, not who said it.
local occasion <const> = re.compile "(?:취임사|신년사|기념사|축사|환영사|추모사|인사말|담화|입장문|회견문|브리핑|회담|회동|회의|회견|간담회|방송|라디오|인터뷰|행사|식|연설|토론|청문회|국감|감사|재판|공판|심|축제|대회|포럼|발표회|설명회|보고회|총회|모임|자리|글|영상|게시물|채널|현장|자료|보고서|논평|성명|편지|문자|메시지|페이스북|통화|과정|단계|법정|조사|영역|전략|영문본|한편|분야|부문)$"

-- 한의사회는, 소비자원은: ends like a body, though a longer ending that the word has is none.
local union <const> = re.compile "^[가-힣]{2,}(?:회|원|당|청|처|부|단|대|팀|측)$"

local together <const> = re.compile "[와과]$"

-- 한가람 학생, 오나래 환경연대 활동가: callings that follow a person's name, never a company's.
local calling <const> = re.compile "(?:학생|[가-힣]{2}생|인턴|활동가|어린이|조종사|증인|참고인|수료자|졸업생|수강생|참가자|통역사|해설사|담당자|상담사|영양사|큐레이터|크리에이터|인플루언서)$"
local opening_name <const> = re.compile "^[가-힣]{3}(?=\\s)"

-- 행정대학원의 연구원인 | 량젠후는, 업계를 대표하는 단체인 | 가람UK는: what the copula of a title or a body leads to is a name.
local apposed <const> = re.compile "(?:[자원장수사관표체구]|계정|채널|사이트|기업|브랜드)인 $"
-- 현지 매체 | 프로톰 알로는: so does what a medium is.
local medium <const> = re.compile "(?:매체|(?:일|주)간지|통신사) (?<first>[가-힣]{2,5} )?$"

-- What stands between a speaker and the quote without taking the quote from him: 로이터통신 인터뷰에서, 취재진에게.
local aside <const> = re.compile "^\\s(?:[^\\s,]+\\s){0,3}?[^\\s,]*(?:글|게시물|계정|채널|유튜브|블로그|소셜미디어|인터뷰|방송|성명|통화|신문|통신|타임스|포스트|저널|저널리즘|가디언|매체|언론|기자|기자들|취재진|엑스|페이스북|인스타그램|SNS|[A-Z]{2,})(?:\\([^()]*\\))?(?:에게?|에서|를 통해|을 통해)\\s$"

-- How the two end, which turns most away.
local in_place <const> = re.compile "(?:에게?|에서|통해|에[는도])\\s$"

-- 챗봇은 ‘왜 그랬는가’라는 질문에 | “…”: whoever answers
local answers <const> = re.compile "['’](?:이?라|다|냐|느냐)?는\\s(?:[가-힣]+\\s)?(?:질문|질의|물음)에(?:는|도)?\\s$"

-- 활동가 우 코 코는 투표가 방안이라면서 | “…”: the report goes on into the quote
local goes_on <const> = re.compile "(?:[라다]면서|[라다]며)\\s$"

-- 그는, 이 단체는, 두 사람은: what was named before; nil for other words.
local function referring(c)
  local word <const> = c.word
  if pronoun:test(word) and (c.rank >= 2 or word:is("그")) and c.particle ~= "이" then
    if word:is("이들") and adnominal:test(word:before(2)) then return { speaker = word, kind = "person", place = word } end
    -- 시청자는 자녀를 둔 부모들로, | 이들은: who the clause before calls them
    local called <const> = plural:match(c.stretch:upto(word))
    if called and not word:is("그") then return { speaker = phrase.of(called[1], c.stretch), kind = "person", place = word } end
    return { kind = "pronoun", place = word }
  end
  if body_again:test(word) and (this:test(word:before(3)) or c.near and c.rank == 3 and alone:test(word) and #c.stretch:upto(word):trim() == 0) then return { kind = "pronoun", body = true, place = word } end
  local several <const> = word:is("사람") and re.find("(?<![가-힣])[두세네] $", word:before(2))
  if several then return { speaker = several:hull(word), kind = "person", place = word } end
end

-- 누리꾼들 반응은: whose words they are.
local function owner(c, index)
  local whose <const> = re.find("[^\\s,]+?(?=의?\\s$)", c.stretch:upto(c.word):right(12))
  local kind <const> = whose and titles.kind(whose)
  if whose and (kind == "person" or kind == "title" or kind == "organization" and titles.heads:has(whose) or index:person(whose, whose)) then
    return source.of({ word = whose, particle = "은", rank = 3, stretch = c.stretch, near = false, first = false }, index)
  end
end

-- 온라인에서는 “…”: a place for the people there.
local function place(c, tag)
  local word <const> = c.word
  if c.particle == "에서" and tag ~= "organization" then return nil end
  if c.near and (tag ~= "none" or word:is("일각")) and not occasion:test(word) and (c.particle ~= "에서" or #word > 6) then
    -- 젊은 세대 | 사이에서는
    local among <const> = word:is("사이") and re.find("[가-힣]+(?=\\s$)", word:before(10))
    return { speaker = phrase.of(among or word, c.stretch), kind = "place", place = word }
  end
end

-- Whether a word that names no speaker by its end may name one after all. 마을숲지키기시민행동은 “…”: a long compound right
-- before the mark is a name; a longer one where it opens the sentence.
local function compound(c)
  local word <const> = c.word
  return c.near and (word:chars() >= 6 or c.rank == 3 and union:test(word) and not titles.heads:has(word)) or c.first and word:chars() >= 9
end

-- Names of people by their shape alone: strung of short words, or a foreign pair. `spoke`: what follows is said to a medium.
local function shaped(c, index, named, spoke)
  local word <const>, stretch <const> = c.word, c.stretch
  local pair <const> = c.rank >= 2 and not named and not doubts[c.particle] and shape.foreign_pair(stretch, word)
  if not pair then return nil end
  -- 주민 | 술레이만 카가라는 마을에는 “…”
  if not (spoke or shape.of_person(stretch:upto(pair))) and (no_topic:test(word) or c.particle == "는" and not (c.near or elsewhere.noun(word, index.body, index.nouns))) then return nil end
  return { speaker = pair, kind = "person", place = word }
end

-- 해랑리서치는 “…”, “…”, 슈가는 “…”: a topic and nothing else in front of the quote, whatever its last syllable; verbs need more.
local alone_before <const> = re.compile "^[,\\s]*(?:이어|이에|반면|그러나|하지만|또|또한|그러면서|특히|한편|다만|이에 대해|이와 관련해)?\\s*$"
local ending <const> = re.compile "(?:에서|에게|에|으로|로|라고|다고|지|까지|만|보다|부터|고|서|면|때|경우|결과|이번|최근|대해서|관련해서|하기|되기|던|것|점|데|바|때로)$|^(?:언제|아래|위|다음|이상|이하|이곳|그곳|여기|거기|이제|아직|이후|이전|당시|현재|의혹|논란|문제|질문|지적|우려|비판|주장|발언|내용|사실|이유|배경|우리|저희|자신|본인|나아|없애)$"
local function is_alone(c)
  return c.near and c.rank == 3 and c.particle ~= "에 따르면" and alone_before:test(c.stretch:upto(c.word)) and not ending:test(c.word)
end

local spelled <const> = re.compile "^\\([A-Z][A-Za-z]"

-- Whether a word that no list has can be the subject of the quote at all.
local function subject_like(c, index, named)
  local word <const> = c.word
  if no_topic:test(word) and not (c.rank == 3 and names.foreign_word(word) and elsewhere.noun(word, index.body, index.nouns) and elsewhere.often(word, index.body)) and not (c.near and (elsewhere.noun(word, index.body, index.nouns) or named or shape.listed(word) or is_alone(c) or spelled:test(word:after(3)))) then return false end
  if doubts[c.particle] then return false end
  -- 해킹한 집단 건라(Gunra)가 “…”
  if c.rank < 2 and not (c.near and (c.first or spelled:test(word:after(3)))) then return false end
  return c.near or c.first or c.rank >= 3
end

-- 집주인들은: more than one of those whom the list has.
local function several(word)
  local kind <const> = word:ends("들") and titles.kind(word:chop(1))
  return (kind == "person" or kind == "title") and "person" or kind == "organization" and kind or nil
end

local latin_end <const> = re.compile "^[가-힣]{2,}([A-Z]{2,})$"

-- A word whose end is in no list.
local function unlisted(c, index)
  -- …에 영향QDC는: a heading that the firm is run into, whose name the text has alone as well
  local run_in <const> = c.rank == 3 and latin_end:match(c.word)
  if run_in and index.body:has(" " .. run_in[1]) then c.word, c.first = run_in[1], true end
  local word <const>, near <const> = c.word, c.near
  -- 이어지기도 했다: a verb
  if c.particle == "에 따르면" or c.particle == "도" and word:ends("기") then return nil end
  local behind <const> = c.stretch:from(word):skip(1)
  local spoke <const> = in_place:test(behind:right(4)) and (aside:test(behind) or c.rank == 3 and answers:test(behind))
  local strung <const> = (near or spoke or word:after(1):is("(") or c.rank == 3 and goes_on:test(c.stretch:right(4))) and shape.strung(c.stretch, word)
  if strung then return { speaker = strung, kind = "person", place = word } end
  -- 봉사자 | 박씨는: nobody the text names in full
  local mr <const> = #word == 3 and names.surname(word) and re.find("^ ?씨", word:after(2))
  if mr then return { speaker = word:hull(mr), kind = "person", place = word } end
  if word:chars() < 2 and not (c.stretch:starts(", ") and is_alone(c)) or c.particle == "도" and concessive:test(word) then return nil end
  local named <const> = apposed:test(word:before(5))
  local one <const> = shaped(c, index, named, spoke)
  if one then return one end
  local press <const> = near and medium:match(word:before(12))
  if press then return { speaker = press.first and press.first:hull(word) or word, kind = "organization", place = word } end
  if not subject_like(c, index, named) then return nil end
  if named and #word > 3 then return { speaker = word, kind = "unknown", place = word, near = near } end
  -- 민지와는, 정부와는: to whom, not who
  if c.particle == "는" and together:test(word) then return nil end
  local phrased <const> = phrase.of(word, c.stretch)
  -- 형사 도윤 역의 | 한가람은: a Korean name at the end of the phrase
  if near and #phrased > #word and names.shaped(word) then return { speaker = word, kind = "person", place = word } end
  local name <const> = titled.korean_in(phrased, word)
  if name then return { speaker = name, role = phrased:from(name):trim(), kind = "person", place = word } end
  if not (near or c.first or animate:test(word)) or not near and phrased:has("의 ") then return nil end
  -- 최 위원장이 문제 삼은 부분은 “…”: a thing that the language has a word for; not so “…”, 정국은 “…”
  if names.noun(word) and not animate:test(word) and (c.first or #c.stretch:upto(word) > 3) then return nil end
  return { speaker = name_part(phrased), kind = several(word) or "unknown", place = word, near = near }
end

-- A word that ends like a title, a body or a calling.
local function listed(c, index, tag)
  local word <const> = c.word
  if no_topic:test(word) and tag ~= "title" and not titles.heads:has(word) and not (c.near and elsewhere.noun(word, index.body, index.nouns)) then return nil end
  local whole <const> = index.voices[word.stop] or phrase.of(word, c.stretch)
  local one <const> = tag == "title" and titled.person(whole, word, index)
  if one then return one end
  local name <const> = tag == "person" and calling:test(word) and opening_name:find(whole)
  if name and names.shaped(name) then return titled.source(index:add(name, whole:from(name):trim(), name:left(1)), word) end
  return { speaker = whole, kind = tag, place = word }
end

-- What a candidate names, or nil.
---@param c Candidate
---@param index table  people_index
---@return Source?
function source.of(c, index)
  -- 마님은, 형님은, 진우스님은: the address is part of the word
  if (#c.word == 3 or c.word:ends("스")) and c.word:after(1):is("님") then c.word = c.word:hull(c.word:after(1)) end
  local word <const> = c.word
  -- 경기도: the particle is part of the word
  if c.particle == "도" and names.places:has(word) then return nil end
  local one = c.stop and index.ends[c.stop] or index:person(word, word)
  if one then return titled.source(one, word) end
  -- 현가은 한빛그룹 회장은: the name itself ends like a topic; 외곽에 사는: a verb, no company
  if #word == 6 and index.names[word:hull(word:after(1)):text()] or word:is("사") or counted:test(word) then return nil end
  one = referring(c) or bare.pupil(c, index)
  if one then return one end
  if utterance:test(word) then return owner(c, index) end
  local tag <const> = titles.kind(word)
  if c.particle == "에선" or c.particle == "에서는" or c.particle == "에서" then return place(c, tag) end
  if not tag or tag == "none" then
    one = bare.person(c, index)
    if one then return one end
  end
  if tag == "none" then return compound(c) and unlisted(c, index) or nil end
  if not tag then return unlisted(c, index) end
  return listed(c, index, tag)
end

return source
