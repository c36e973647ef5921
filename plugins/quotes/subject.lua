-- Who speaks in a stretch of a sentence: its subject or topic.
local re <const> = require "re"
local titles <const> = require "ko.titles"
local phrase <const> = require "ko.phrase"
local names <const> = require "ko.names"
local titled <const> = require "titled"
local shape <const> = require "shape"

local subject <const> = {}

-- A word with the particle of a subject or topic: 장관은, 위원장이, 재판부도, A씨는, 경찰 관계자에 따르면.
-- Stretches in single marks are stepped over: ‘우리는 안전하다’며.
local candidate <const> = re.compile(
  "[‘'](?<label>[^’'\"\\s][^’'\"]{0,18})[’'](?<marker>은|는|이|가|도)(?=[\\s,])"
  .. "|(?:'[^'\"]*'|‘[^’]*’|\\([^()]*\\)\\s)(*SKIP)(*F)"
  .. "|(?<word>[^\\s\\x{A0}\\x{3000}\"“”‘’'(),\\[\\]:/]+?)(?:\\([^()]{1,40}\\))?(?:\\s?씨|님|\\s등)?(?<particle>은|는|이|가|도|께서는?|께서도|에 따르면|에 의하면|에선|에서는|에서|조차도?|마저도?|\\s역시|\\s또한)(?=[\\s\\x{A0},\"“‘'\\[]|$)")

-- Topics bind stronger than subjects: 이 대통령이 지명한 윤서진 후보자는 “…”.
local RANK <const> = { ["은"] = 3, ["는"] = 3, ["께서는"] = 3, ["에 따르면"] = 1.5, ["에 의하면"] = 1.5, ["도"] = 2, ["에선"] = 2, ["에서는"] = 2, ["에서"] = 1, ["조차"] = 2, ["조차도"] = 2, ["마저"] = 2, ["마저도"] = 2, [" 역시"] = 3, [" 또한"] = 3, ["께서도"] = 2, ["이"] = 1, ["가"] = 1, ["께서"] = 1 }

-- 그는, 그녀는, 이들은, 두 사람은: the speaker or topic before.
local pronoun <const> = re.compile "^(?:그|그녀|그들|이들|이|양측|두 ?사람)$"

-- What ends in 은/는 and is no topic: 하는, 에서는, 앞으로는, 이라는.
local no_topic <const> = re.compile(
  "(?:에서|에게|에|으로|로|라고|다고|지|까지|만|보다|부터|려|고|서|면|때|경우|결과|이번|최근|라|다|하|있|없|되|받|맞|않|나오|이어지|오르|들어가|만드|모르|부르|보이|주|키|치|르|리|내|놓|갖|찾|묻|잇|늘|줄|남|살"
  .. "|알|얻|열|걸|돌|팔|풀|같|싶|많|높|낮|좋|넓|짧|깊|젊|늦|밝|맑|붉|짙|옅|굵|얇|나|가|오|냐|느냐|던|것|점|데|바|일|날|뿐|이후|이전|당시|현재|대해서|관련해서|의혹|논란|문제|질문|지적|우려|비판|주장|발언들?|내용들?|사실들?|이유|배경|가운데|우리|저희|자신|본인|나아|하기|되기|시키기)$|^(?:아래|위|다음|이상|이하|이곳|그곳|여기|거기|이제|아직|때로)$")

-- A subject inside a relative clause: 이 후보자가 제기한 의혹에 대해 “…”.
local relative <const> = re.compile
  "^\\s?(?:\\S+\\s){0,3}?\\S*(?:(?<![대위관의인])한|된|던|린|인|은|는|할|온|낸|(?<!지)난|친|본|준|쓴|간)\\s(?:\\S+\\s){0,6}?\\S*(?:에|를|을|대해선?|대해서는?|대한|관련|두고|향해|에게|과|와)[\\s,]"

-- 전날 여당이 방침을 밝힌 데 대해선 “…”, 사퇴한데 대해 “…”: a clause that the quote is about.
-- No subject of its own may stand in between: it would be the clause's.
local about <const> = re.compile "^\\s?(?:(?!\\S*[이가]\\s)\\S+\\s){0,12}?(?!\\S*[이가]\\s)\\S*[가-힣](?:힌|긴|킨|든|선|운|른|진|난|낸|한|은|던|된|린)\\s?(?:데|것|점|사실)(?:에|을|를)?\\s?(?:대해|관해|관련|두고|놓고)"

local turned <const> = re.compile "(?:는데|지만|으나|반면),?\\s"

-- What closes the clause of a topic, so that another may begin: A는 반대했지만 | B는 “…”. 그는 | 이번 계약은 좋다며 “…” has none.
local closed <const> = re.compile "(?:지만|으나|[했됐렸왔났졌]고|하고|며|는데|은데|자|면서|가운데|반면|달리|뒤|후|대해|대해서|관련|관련해|두고|향해|에|,|[다요]\\.)\\s"

-- 누리꾼들 반응은, 이 대표의 주장은: whose words they are.
local utterance <const> = re.compile "^(?:반응|의견|목소리|입장|주장|설명|생각|말|이야기|얘기|답변|평가|발언|메시지)$"

-- Particles that only what is known to speak takes.
local doubts <const> = { ["조차"] = true, ["조차도"] = true, ["마저"] = true, ["마저도"] = true }

-- 이 단체는, 해당 기관도: a body that was named before.
local body_again <const> = re.compile "^(?:단체|기관|매체|신문|업체|회사|협회|연구팀|연구소|통신|방송)$"
local this <const> = re.compile "(?:^|[^가-힣])(?:이|해당) $"

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
local animate <const> = re.compile "(?:자|인|원|관|생|진|팀|측|들|꾼|객|주|장|단|회|청|처|당|TV|뉴스|씨|님|맘|족|파|러|스트)$"

-- 한중 정상회담에서는, 방송에서는: where it was said, not who said it.
local occasion <const> = re.compile "(?:취임사|신년사|기념사|축사|환영사|추모사|인사말|담화|입장문|회견문|브리핑|회담|회동|회의|회견|간담회|방송|라디오|인터뷰|행사|식|연설|토론|청문회|국감|감사|재판|공판|심|축제|대회|포럼|발표회|설명회|보고회|총회|모임|자리|글|영상|게시물|채널|현장|자료|보고서|논평|성명|편지|문자|메시지|페이스북|통화|과정|단계|법정|조사|영역|전략|영문본|한편|분야|부문)$"

-- 한의사회는, 소비자원은: ends like a body, though a longer ending that the word has is none.
local union <const> = re.compile "^[가-힣]{2,}(?:회|원|당|청|처|부|단|대|팀|측)$"

local together <const> = re.compile "[와과]$"

-- 한가람 학생, 오나래 환경연대 활동가: callings that follow a person's name, never a company's.
local calling <const> = re.compile "(?:학생|[가-힣]{2}생|인턴|활동가|어린이|조종사|증인|참고인|수료자|졸업생|수강생|참가자|통역사|해설사|담당자|상담사|영양사|큐레이터|크리에이터|인플루언서)$"
local opening_name <const> = re.compile "^[가-힣]{3}(?=\\s)"

-- 행정대학원의 연구원인 | 량젠후는, 업계를 대표하는 단체인 | 가람UK는: what the copula of a title or a body leads to is a name.
local apposed <const> = re.compile "[자원장수사관표체구]인 $"

-- What stands between a speaker and the quote without taking the quote from him: 로이터통신 인터뷰에서, 취재진에게.
local aside <const> = re.compile "^\\s(?:[^\\s,]+\\s)?[^\\s,]*(?:인터뷰|방송|성명|통화|신문|통신|타임스|포스트|저널|저널리즘|가디언|매체|언론|기자|기자들|취재진|엑스|페이스북|인스타그램|SNS|[A-Z]{2,})(?:\\([^()]*\\))?(?:에게?|에서|를 통해|을 통해)\\s$"

-- What a candidate names, or nil. `near` says that nothing stands between it and the quote, `first` that it opens the sentence.
local function source_of(word, particle, stretch, index, near, first, stop)
  -- 마님은, 형님은: the address is part of the word
  if #word == 3 and word:after(1):is("님") then word = word:hull(word:after(1)) end
  -- 경기도: the particle is part of the word
  if particle == "도" and names.places:has(word) then return nil end
  local one = stop and index.ends[stop] or index:person(word, word)
  if one then return titled.source(one, word) end
  -- 현가은 한빛그룹 회장은: the name itself ends like a topic
  if #word == 6 and index.names[word:hull(word:after(1)):text()] then return nil end
  if pronoun:test(word) and (RANK[particle] >= 2 or word:is("그")) and particle ~= "이" then
    if word:is("이들") and adnominal:test(word:before(2)) then return { speaker = word, kind = "person", place = word } end
    return { kind = "pronoun", place = word }
  end
  -- 이 단체는, 이 매체는: the body named before
  if body_again:test(word) and this:test(word:before(3)) then return { kind = "pronoun", body = true, place = word } end
  local tag = titles.kind(word)
  -- 한가람 군은
  local youth <const> = (word:is("군") or word:is("양")) and re.find("[가-힣]{3}(?= $)", word:before(5))
  if youth and names.shaped(youth) then return titled.source(index:add(youth, word, youth:left(1)), word) end
  -- 두 사람은
  local several <const> = word:is("사람") and re.find("(?<![가-힣])[두세네] $", word:before(2))
  if several then return { speaker = several:hull(word), kind = "person", place = word } end
  -- 외곽에 사는: a verb, no company
  if word:is("사") then return nil end
  if utterance:test(word) then
    local whose <const> = re.find("[^\\s,]+?(?=의?\\s$)", stretch:upto(word):right(12))
    if not whose then return nil end
    local kind <const> = titles.kind(whose)
    if kind == "person" or kind == "title" or index:person(whose, whose) then
      return source_of(whose, "은", stretch, index, false, false)
    end
    return nil
  end
  if particle == "에선" or particle == "에서는" or particle == "에서" then
    if particle == "에서" and tag ~= "organization" then return nil end
    if near and tag ~= "none" and not occasion:test(word) and (particle ~= "에서" or #word > 6) then return { speaker = phrase.of(word, stretch), kind = "place", place = word } end
    return nil
  end
  -- 마을숲지키기시민행동은 “…”: a long compound right before the mark is a name, whatever its end; a longer one where it opens the sentence
  if tag == "none" then
    if not (near and (word:chars() >= 6 or RANK[particle] == 3 and union:test(word) and not titles.heads:has(word)) or first and word:chars() >= 9) then return nil end
    tag = nil
  end
  if not tag then
    if particle == "에 따르면" then return nil end
    local spoke <const> = aside:test(stretch:from(word):skip(1))
    local beaded <const> = (near or spoke or word:after(1):is("(")) and shape.strung(stretch, word)
    if beaded then return { speaker = beaded, kind = "person", place = word } end
    if word:chars() < 2 then return nil end
    local named <const> = apposed:test(word:before(3))
    if particle == "도" and concessive:test(word) then return nil end
    -- 사장인 투크만 벤슨는, 나탈리아 가제바는 로이터통신에 “…”: two words that can only be a foreign name
    local pair = RANK[particle] >= 2 and not named and not doubts[particle] and (spoke or not no_topic:test(word))
      and shape.foreign_pair(stretch, word)
    if pair and particle == "는" and not (near or spoke or index:noun(word) or shape.of_person(stretch:upto(pair))) then pair = nil end
    if pair then return { speaker = pair, kind = "person", place = word } end
    if no_topic:test(word) and not (near and (index:noun(word) or named or shape.listed(word))) then return nil end
    if doubts[particle] then return nil end
    if RANK[particle] < 2 and not (near and first) then return nil end
    if not (near or first) and RANK[particle] < 3 then return nil end
    if named and #word > 3 then return { speaker = word, kind = "unknown", place = word, near = near } end
    -- 민지와는, 정부와는: to whom, not who
    if particle == "는" and together:test(word) then return nil end
    local phrased <const> = phrase.of(word, stretch)
    -- 형사 도윤 역의 | 한가람은: a Korean name at the end of the phrase
    if near and #phrased > #word and names.shaped(word) then return { speaker = word, kind = "person", place = word } end
    local name <const> = titled.korean_in(phrased, word)
    if name then return { speaker = name, role = phrased:from(name):trim(), kind = "person", place = word } end
    if not (near or first or animate:test(word)) then return nil end
    if not near and phrased:has("의 ") then return nil end
    return { speaker = name_part(phrased), kind = "unknown", place = word, near = near }
  end
  if no_topic:test(word) and tag ~= "title" and not titles.heads:has(word) and not (near and index:noun(word)) then return nil end
  local whole <const> = phrase.of(word, stretch)
  if tag == "title" then
    one = titled.person(whole, word, index)
    if one then return one end
  end
  local name <const> = tag == "person" and calling:test(word) and opening_name:find(whole)
  if name and names.shaped(name) then return titled.source(index:add(name, whole:from(name):trim(), name:left(1)), word) end
  return { speaker = whole, kind = tag, place = word }
end

-- ‘부처가 지시했느냐’는: words in single marks that are a clause name nobody.
local clause <const> = re.compile "[은는이가을를]\\s|[다요까냐자라지]$"

-- 벤슨 대표가 ‘누가 지시했느냐’는 질문에 | “…”: the subject answers, though a clause stands in between.
local answers <const> = re.compile "['’”\"](?:이?라|다|냐|느냐)?는\\s(?:[가-힣]+\\s)?(?:질문|질의|물음|지적|요구|추궁)에(?:는|도)?\\s$"

-- 진행자가 재차 묻자 | “…”: whoever asks is not who answers.
local asked <const> = re.compile "(?:[하되묻]자|(?<!지)지자),?\\s(?:[^\\s,]+\\s){0,2}$|묻는\\s(?:말|질문)에(?:는|도)?\\s$"

-- The speaker a stretch before a quote names, or nil.
---@param stretch Span  from the sentence's start, or the quote before, to the opening mark
---@param index table   people_index
---@param opens boolean the stretch begins the sentence
function subject.before(stretch, index, opens)
  local best, best_rank, best_match = nil, 0, nil
  local from <const> = stretch.start
  for m in candidate:gmatch(stretch) do
    local particle <const> = (m.particle or m.marker):text()
    local rank = RANK[particle]
    local rest <const> = stretch:from(m[0])
    local near <const> = #rest <= 2
    local first <const> = opens and m[0].start - from <= 36
    if rank == 2 and #rest <= 24 then rank = 3 end
    -- 지향은 국정원이 “…”: who is known to speak, right before the quote, before what only stands like a topic
    -- and after a clause that is closed: 해오름은 셋뿐이라고 주장했는데, 정부가 “…”
    if rank >= best_rank or near and (best.kind == "unknown" or best.place:is("이") or turned:test(best_match:between(m[0]))) then
      local source
      if m.word then source = source_of(m.word, particle, stretch, index, near, first, m.particle.start)
      -- ‘달팽이’는 “…”
      elseif near and not clause:test(m.label) then source = { speaker = m.label, kind = "unknown", place = m.label }
      end
      if source and rank < best_rank and source.kind == "unknown" then source = nil end
      if source and not (rank == 1 and (relative:test(rest) and not answers:test(rest) or about:test(rest) or asked:test(rest)))
        and not (best and source.kind == "unknown" and not near)
        and not (best_rank == rank and not near and not closed:test(best_match:between(m[0]))) then
        -- 이는 최근 대통령이 “…”고 말한 것을 뜻한다: in passing
        source.aside = best ~= nil and best.place:is("이")
        best, best_rank, best_match = source, rank, m[0]
      end
    end
  end
  return best, best_rank
end

-- The subject of a clause within a report, nearest to the quote: 통신은 이날 | 크렘린궁의 관계자가 “…”라고 말했다고 보도했다.
---@param stretch Span
function subject.within(stretch, index)
  local best
  for m in candidate:gmatch(stretch) do
    if m.word and RANK[m.particle:text()] == 1 then
      local source <const> = source_of(m.word, m.particle:text(), stretch, index, false, false, m.particle.start)
      if source and source.kind ~= "unknown" and source.kind ~= "place" and not relative:test(stretch:from(m[0])) then best = source end
    end
  end
  return best
end

-- The source a bare phrase names (업계 관계자 in “…”라는 게 업계 관계자의 설명이다).
function subject.phrase(span, index)
  local m <const> = re.match("(?<word>[^\\s\"“”‘’'(),\\[\\]:/]+?)(?<mr>\\s?씨)?(?:\\([^()]{1,40}\\))?$", span)
  if not m then return nil end
  return source_of(m.word, "은", span, index, false, false, (m.mr or m.word).stop)
end

return subject
