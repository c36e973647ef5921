-- Who speaks in a stretch of a sentence: its subject or topic.
local re <const> = require "re"
local source_of <const> = require("source").of

local subject <const> = {}

-- A word with the particle of a subject or topic: 장관은, 위원장이, 재판부도, A씨는, 경찰 관계자에 따르면.
-- Stretches in single marks are stepped over: ‘우리는 안전하다’며.
local candidate <const> = re.compile(
  "[‘'](?<label>[^’'\"\\s][^’'\"]{0,18})[’'](?<marker>은|는|이|가|도)(?=[\\s,])"
  .. "|(?:'[^'\"]*'|‘[^’]*’|\\([^()]*\\)\\s|<[^<>]*>\\s)(*SKIP)(*F)"
  .. "|(?<word>[^\\s\\x{A0}\\x{3000}\"“”‘’'(),\\[\\]:/]+?)(?:\\([^()]{1,40}\\))?(?:\\s?씨|님|\\s등)?(?<particle>은|는|이|가|도|께서는?|께서도|에 따르면|에 의하면|에선|에서는|에서|조차도?|마저도?|\\s역시|\\s또한)(?! (?:인턴 |수습 |선임)?(?:기자|특파원)(?![가-힣]))(?=[\\s\\x{A0},\"“‘'\\[]|$)")

-- Topics bind stronger than subjects: 이 대통령이 지명한 윤서진 후보자는 “…”.
local RANK <const> = { ["은"] = 3, ["는"] = 3, ["께서는"] = 3, ["에 따르면"] = 1.5, ["에 의하면"] = 1.5, ["도"] = 2, ["에선"] = 2, ["에서는"] = 2, ["에서"] = 1, ["조차"] = 2, ["조차도"] = 2, ["마저"] = 2, ["마저도"] = 2, [" 역시"] = 3, [" 또한"] = 3, ["께서도"] = 2, ["이"] = 1, ["가"] = 1, ["께서"] = 1 }

-- A subject inside a relative clause: 이 후보자가 제기한 의혹에 대해 “…”.
local relative <const> = re.compile
  "^\\s?(?:(?!\\S*[이가]\\s)\\S+\\s){0,3}?(?!\\S*[이가]\\s)\\S*(?:(?<![대위관의인])한|된|던|린|인|은|는|할|온|낸|(?<!지)난|친|본|준|쓴|간)\\s(?:\\S+\\s){0,6}?\\S*(?:에|를|을|대해선?|대해서는?|대한|관련|두고|향해|에게|과|와)[\\s,]"

-- 전날 여당이 방침을 밝힌 데 대해선 “…”, 사퇴한데 대해 “…”: a clause that the quote is about.
-- No subject of its own may stand in between: it would be the clause's.
local about <const> = re.compile "^\\s?(?:(?!\\S*[이가]\\s)\\S+\\s){0,20}?(?!\\S*[이가]\\s)\\S*(?:힌|긴|킨|든|선|운|른|진|난|낸|한|은|던|된|린)\\s?(?:데|것|점|사실)(?:에|을|를)?\\s?(?:대해|관해|관련|두고|놓고)"

local remarked <const> = re.compile "(?:다|라|자|냐)는\\s(?:\\S+\\s){0,4}?(?:지적|질문|질의|비판|의혹|주장|요구|우려|물음|분석)에(?:는|도| 대해선?| 대해서는)?\\s$"

local said_of <const> = re.compile "^\\s[^“\"]*[다라자냐](?:며|면서)\\s$"

local turned <const> = re.compile "(?:는데|지만|으나|반면),?\\s"
local anew <const> = re.compile "(?:는데|지만|으나|반면|[했됐렸왔났졌]고|며|면서|[다요]\\.),?\\s"
-- What a body is called where it has been named.
local generic <const> = re.compile "^(?:학교|회사|업체|협회|단체|대학|병원|기관)$"
local countries <const> = require("ko.names").countries

-- What closes the clause of a topic, so that another may begin: A는 반대했지만 | B는 “…”. 그는 | 이번 계약은 좋다며 “…” has none.
local closed <const> = re.compile "(?:지만|으나|[했됐렸왔났졌]고|하고|며|는데|은데|(?:[하되묻나오들]|(?<!지)지|키)자|면서|가운데|반면|달리|뒤|후|대해|대해서|관련|관련해|두고|향해|에|,|[다요]\\.)\\s"

-- ‘부처가 지시했느냐’는: words in single marks that are a clause name nobody.
local clause <const> = re.compile "[은는이가을를]\\s|[다요까냐자라지]$"

local station <const> = re.compile "(?:KBS|MBC|SBS|JTBC|YTN|MBN|CBS|TBS|BBS|채널A|[가-힣]{2,}(?:방송|TV|뉴스)|TV조선)\\s?['‘]$"

-- 벤슨 대표가 ‘누가 지시했느냐’는 질문에 | “…”: the subject answers, though a clause stands in between.
local answers <const> = re.compile "['’”\"](?:이?라|다|냐|느냐)?는\\s(?:[가-힣]+\\s)?(?:질문|질의|물음|지적|요구|추궁)에(?:는|도)?\\s$"

-- 진행자가 재차 묻자 | “…”: whoever asks is not who answers.
local asked <const> = re.compile "(?:[하되묻리나치]자|(?<!지)지자),?\\s(?:[^\\s,]+\\s){0,4}$|묻는\\s(?:말|질문)에(?:는|도)?\\s$"

-- The rank of 에 따르면: 로이터에 따르면 지슬레 청장이 “…”라고 했다
local SOURCE <const> = RANK["에 따르면"]
subject.SOURCE = SOURCE

-- 가람은 최근 | “…”, 나루는 지난 2일(현지시간) “…”: what stands between a topic and its quote like nothing.
local soon <const> = re.compile "^\\s(?:최근|이날|전날|당시|앞서|이에|또|또한|이어|다시|먼저|특히|지난달|지난해|(?:지난 |오는 )?[0-9]{1,2}일(?:\\([^()]{1,12}\\))?)\\s$"

-- What a match of `candidate` names.
local function named(word, particle, stretch, index, near, first)
  local text <const> = particle:text()
  return source_of({ word = word, particle = text, rank = RANK[text], stretch = stretch, near = near, first = first, stop = particle.start }, index)
end

-- The speaker a stretch before a quote names, or nil.
---@param stretch Span  from the sentence's start, or the quote before, to the opening mark
---@param index table   people_index
---@param opens boolean the stretch begins the sentence
function subject.before(stretch, index, opens)
  local best, best_rank, best_match = nil, 0, nil
  local from <const> = stretch.start
  for m in candidate:gmatch(stretch) do
    local whole <const>, word <const> = m[0], m.word
    local particle <const> = word and m.particle or m.marker
    local rank = RANK[particle:text()]
    local gap <const> = stretch.stop - whole.stop
    local near <const> = gap <= 2 or rank == 3 and gap < 40 and soon:test(stretch:from(whole))
    if rank == 2 and gap <= 24 then rank = 3 end
    -- 지향은 국정원이 “…”: who is known to speak, right before the quote, before what only stands like a topic
    -- and after a clause that is closed: 해오름은 셋뿐이라고 주장했는데, 정부가 “…”
    if rank >= best_rank or near and (best_rank == SOURCE or best.kind == "unknown" or best.place:is("이") or best.kind ~= "person" and word and word:ends("대변인") or turned:test(best_match:between(whole))) then
      local source
      if word then source = named(word, particle, stretch, index, near, opens and whole.start - from <= 36)
      -- ‘달팽이’는 “…”
      elseif near and not clause:test(m.label) then source = { speaker = m.label, kind = "unknown", place = m.label }
      -- 가람방송 ‘아침뉴스’는 …의 주장에 “…”
      elseif rank == 3 and station:test(m.label:before(8)) then source = { speaker = m.label, kind = "organization", place = m.label }
      end
      if source and rank < best_rank and source.kind == "unknown" then source = nil end
      -- 해오름 본사도 봐야 한다는 의원의 지적에 | “…”
      if source and source.kind ~= "person" and particle:is("도") and remarked:test(stretch:from(whole)) then source = nil end
      local rest <const> = rank == 1 and stretch:from(whole)
      if source and not (rest and (relative:test(rest) and not answers:test(rest) or about:test(rest) or asked:test(rest)))
        and not (best and source.kind == "unknown" and not near)
        -- 의원이 … 받은 가운데 검찰이 항소하지 않고 있다며 | “…”
        and not (rest and best and best.person and said_of:test(rest))
        -- 대변인은 이번 훈련은 | “…”라고: what the words are about, no second speaker
        and not (best_rank == 3 and best.person and source.kind == "unknown" and not closed:test(best_match:between(whole)))
        -- 부장관은 인터뷰에서 위반이라는 주장에 대해 미국은 | “…”라고
        and not (best_rank == 3 and best.person and word and countries:has(word) and not anew:test(best_match:between(whole)))
        -- 가람대에 따르면 학교는 | “…”
        and not (best_rank == SOURCE and best.kind == "organization" and word and generic:test(word))
        and not (best_rank == rank and not near and not closed:test(best_match:between(whole))) then
        -- 이는 최근 대통령이 “…”고 말한 것을 뜻한다: in passing
        source.aside = best ~= nil and best.place:is("이")
        best, best_rank, best_match = source, rank, whole
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
      local source <const> = named(m.word, m.particle, stretch, index, false, false)
      if source and source.kind ~= "unknown" and source.kind ~= "place" and not relative:test(stretch:from(m[0])) then best = source end
    end
  end
  return best
end

-- The source a bare phrase names (업계 관계자 in “…”라는 게 업계 관계자의 설명이다).
function subject.phrase(span, index)
  local m <const> = re.match("(?<word>[^\\s\"“”‘’'(),\\[\\]:/]+?)(?<mr>\\s?씨)?(?:\\([^()]{1,40}\\))?$", span)
  if not m then return nil end
  return source_of({ word = m.word, particle = "은", rank = RANK["은"], stretch = span, near = false, first = false, stop = (m.mr or m.word).stop }, index)
end

return subject
