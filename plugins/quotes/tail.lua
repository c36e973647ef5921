-- Speakers told behind the quote.
local re <const> = require "re"
local subject <const> = require "subject"
local titles <const> = require "ko.titles"
local names <const> = require "ko.names"

local tail <const> = {}

local VERB <const> = "(?:말했|밝혔|전했|설명했|강조했|보도했|주장했|지적했|평가했|분석했|비판했|했다|했습니다|말한다|말합니다|적었|썼|답했|물었|외쳤|반박했|호소했|당부했|덧붙였|경고했|전망했|토로했|한다|입을 모|올렸|남겼|회상했|묘사했|진단했|예상했|내다봤|꼬집었|촉구했|약속했|반문했|털어놨|되물었|인정했|고백했|요청했|제안했|언급했|해명했|부연했|소개했|판시했|통보했|공지했|보고했|발표했|비난했|우려했|기대했|말하|밝히|전하|설명하|주장하|한 말이다|말이다)"

-- “…”라고 로이터 통신은 전했다: the subject between quote and verb.
local inverted <const> = re.compile("^(?:이?라고도?|고도?)\\s(?<who>[^\"“”]{2,40}?(?:은|는|이|가|도))\\s(?:\\S+\\s){0,4}?" .. VERB)
local topical <const> = re.compile "[은는]$"
local SAYING <const> = "(?:이?라고|고|이?라며|며)\\s?(?:말한|밝힌|주장한|주장하는|강조한|전한|쓴|적은|올린|남긴|외친|호소한|했던|한|설명한|비판한|지적한|언급한|답한|평가한)"
-- “…”라고 말한 박 의원은 · “…”이라던 하퍼이
local relative <const> = re.compile("^(?:" .. SAYING .. "|이?라던|이?라는|던|는)\\s(?<who>[^\"“”,.]{1,30}?)(?:은|는|이|가|도|의|에게|께서)[\\s,]")
-- “…”고 올린 A씨를
local relative_object <const> = re.compile("^" .. SAYING .. "\\s(?<who>[^\"“”,.]{1,30}?)[을를][\\s,]")
-- “…”라는 게 업계 관계자의 설명이다 · “…”는 한 청년의 고민을 듣고 · “…”라는 취재진 질문에
local NOUN <const> = "(?:말|말씀|설명|입장|주장|지적|전언|분석|생각|판단|평가|답변|발언|반응|목소리|해명|의견|글|외침|호소|당부|요청|요구|메시지|조언|전망|진단|관측|시각|견해|논리|인식|항변|반박|비판|경고|바람|소감|고백|증언|진술|고민|질문|질의|물음|제안|제보|신고|민원|댓글|한마디|이야기|얘기|위로|격려|다짐|약속|각오|포부|추궁|질타|사연|후기|한탄|푸념|토로|이유|취지)"
local genitive <const> = re.compile("^(?:이?라|고 ?하|다|냐|이냐|이?었다|였다|했다)?(?:는|던)\\s(?:등의?\\s|것이\\s|게\\s|건\\s|것은\\s|식의\\s|취지의\\s|내용의\\s)?(?<who>[^\"“”,.]{1,30}?)(?:의\\s(?:\\S+\\s){0,1}?" .. NOUN
  .. "|\\s(?:질문|물음|질의|지적|요구|설명|주장|평가|관측|반응|발언|비판|답변|해명)(?:에|을|이|도|과|엔))")
-- 등 유족들의 외침이 · 등이 적힌
local listed <const> = re.compile "^\\s?등\\s(?<who>[^\"“”,.]{1,20}?)의\\s(?:[가-힣]+한\\s)?(?:말|외침|목소리|반응|글|댓글|비판|지적|호소|바람|염원)"
-- “…” 김소망 대표는 29일 … 말했다.
local standing <const> = re.compile("^[.\\s]*(?<who>[^\"“”]{2,90}?(?:은|는|이|가|도)\\s.*?" .. VERB .. ")")

-- The owner of the reporting noun behind a quote. Binds stronger than the subject before it: 정 대표는 “…”는 기자의 질문에 ….
---@param after Span
---@return table?  a source
function tail.owner(after, index)
  local m <const> = genitive:match(after) or listed:match(after)
  if not m then return nil end
  local source <const> = subject.phrase(m.who, index)
  if source and source.kind ~= "unknown" then return source end
end

-- 통신은 이날 관계자가 “…”이라고 말했다고 | 보도했다 · 대표는 후보자가 “…”고 사과한 데 | 대해 · 신문은 주석이 “…”며 “…”고 언급한 것에 | 주목했다:
-- a report within a report. The nearer subject speaks.
local nested <const> = re.compile "^(?:이?라)?고\\s했다고\\s|^(?:이?라고|고|이?라며|며)?\\s?(?:\\S+\\s){0,5}?\\S*(?:말|밝|언급|주장|강조|발언|비판|지적|사과|설명|답|반박|요구|촉구|적|올|썼|쓰|전|경고|당부|약속)\\S{0,2}?(?:\\s했다고|[했혔었렸렀렀썼]다고|[한힌은린쓴]\\s?(?:데|것|점|사실)(?:에|을|를|도|과|\\s대해|\\s관련))"

local embedded <const> = re.compile "^이?라는\\s(?:말|얘기|이야기|조언|위로)(?:을|를)\\s(?:[^\\s,]+\\s){0,2}?[^\\s,]*(?:던|준|은|한|들은)\\s[^\\s,]+[을를이에]"

-- “…”라는 말을 해줬던 | 기억을: the saying belongs to a clause within the sentence.
---@param after Span
---@return boolean
function tail.embedded(after) return embedded:test(after) end

-- “…”고 | 강 대변인은 밝혔다: the subject between quote and verb.
---@param after Span
---@return table?  a source that can speak
function tail.inverted(after, index)
  local m <const> = inverted:match(after)
  local source <const> = m and topical:test(m.who) and subject.before(m.who, index, false)
  if source and source.kind ~= "unknown" and source.kind ~= "place" then return source end
end

---@param behind Span  from the last quote of a row to the sentence's end
---@return boolean
function tail.nested(behind) return nested:test(behind) end

local asks <const> = re.compile "^(?:이?라|냐|느냐)?고\\s(?:[^\\s,]+\\s){0,2}?[^\\s,]*(?:하|묻|따지|다그치|몰아붙이|나서)자,?\\s?$"

-- “…”고 질의하자 | “…”: whoever asks or objects, and is answered.
---@param after Span  up to the next quote
function tail.asks(after) return (after:ends("자 ") or after:ends("자, ")) and asks:test(after) end

-- “…”는 주장도 사실이 아니라고 부인했다: words that the subject only rejects.
local rejected <const> = re.compile "^(?:이?라|다|냐|였다)?는\\s(?:주장|지적|의혹|발언|말|보도)(?:도|은|이|을|에)\\s(?:\\S+\\s){0,3}?(?:대해\\s)?[^.]*?(?:반박|부인|일축|사실이 아니|사실무근|거짓)"

---@param after Span
---@return boolean
function tail.rejected(after) return rejected:test(after) end

-- 게시글엔 “…”, “…” 등 수천 개 댓글이 달렸다: voices without a name.
local comments <const> = re.compile "^\\s?등(?:의)?\\s(?:[^\\s“”\"]+\\s){0,3}?(?:댓글|반응|글|의견|메시지|후기|호응|응원|찬사|극찬)(?:이|가|도|들이)\\s[^\\s]*(?:달|올라|이어|쏟아|나왔|나오)"

-- “…” - 제프 클라크 델 대표: the name behind a dash.
local signature <const> = re.compile "^[.\\s]{0,4}[-–—―]\\s?(?<who>[가-힣][가-힣A-Za-z ]{2,30})(?=\\s*(?:[\"“【\\[\\n]|$))"

-- “…”(김우영 의원): the name in brackets behind the quote.
local bracketed <const> = re.compile "^\\s?\\((?<who>[^(),]{1,40})(?:,[^()]{1,40})?\\)"
-- “…”(심사위원 모리 아키라): a name behind what the person is.
local title_first <const> = re.compile "^(?<title>[가-힣]+) (?<name>(?<first>[가-힣]{2,7}) (?<last>[가-힣]{2,7})|[가-힣]{3})$"

-- A씨는 “환급액이 있다”는 안내에 조회를 했다, “…”와 같은 허위 문구로 유인했다: what an advertisement says, whose nobody tells.
local advert <const> = re.compile "^(?:(?:이?라|다)?(?:는|란)\\s(?:(?:과장|허위|문자|온라인)\\s)?(?:광고|안내(?!했)|알림|배너)(?!(?:\\s(?:메시지|문구|영상|문자))?[를을]\\s(?:냈|내|했|하|올|게재|노출|집행|반복|보냈|보내|띄))|(?<alike>[와과])\\s같은\\s(?:[가-힣]+\\s)?(?:광고|문구))"
---@param source table?  who advertises, where the sentence says it
function tail.advert(after, source)
  local m <const> = advert:match(after)
  return m ~= nil and not (m.alike and source)
end

-- “…”는 지적이 나온다: a voice without a source.
local generic <const> = re.compile "^(?:이?라|다|냐|이냐)?는\\s(?:\\S+\\s){0,2}?(?:지적|관측|우려|비판|목소리|말|평가|분석|전망|의견|해석|반론|주장|시각|이야기|얘기|여론|반응|인식|기대|후문|소문|의혹|논란|토로|아쉬움|불만|의문|걱정|조롱|야유|탄식|환호|농담|호응|궁금증|하소연)(?:이|도|가|까지|마저|만)\\s(?:\\S+\\s){0,2}?(?:나오|나온|나올|나왔|흘러나|새어|오가|오갔|등장|있|제기|커지|커졌|높|많|쏟아|이어|잇따|퍼지|우세|지배|들린|들려|돌|일|적지|없)"

-- A 씨의 지인에게 | “…”는 내용의 신고를 받고: the giver speaks.
local received <const> = re.compile "^(?:이?라|다|냐)?는\\s(?:내용의\\s|취지의\\s)?(?:신고|연락|말|답|답변|제보|전화|문자|메시지|문자메시지|통보|설명|이야기|얘기|제안|요청|지적|질문|조언|부탁|진술|증언)(?:을|를)\\s(?:받|들|접수)|^(?:이?라)?고\\s(?:극찬|칭찬|호평|비판|지적|평가|질책|격려|통보|조언|경고|비난)받"
local giver <const> = re.compile "(?<who>(?:[^\\s\"“”,]+\\s){0,3}?[^\\s\"“”,]+?)(?:에게서?|(?:으)?로부터|한테서?)\\s$"

-- 그는 권하늘 작가의 | “…”란 글도 공유했다: the words of whom the genitive names.
local words_of <const> = re.compile("^(?:이?라|다|냐|자)?(?:는|란)\\s(?:내용의\\s|취지의\\s)?" .. NOUN)
local whose <const> = re.compile "(?<who>(?:[^\\s\"“”,]+\\s){0,3}?[^\\s\"“”,]+?)의\\s$"

---@param before Span
---@param after Span
---@return table?  a person or body
function tail.author(before, after, index)
  if not before:ends("의 ") or not words_of:test(after) then return nil end
  local m <const> = whose:match(before:right(30))
  local source <const> = m and subject.phrase(m.who, index)
  if source and source.speaker and source.kind ~= "unknown" then return source end
end

-- A씨는 B씨에게 연락해 사이를 묻자 | “…”라는 답을 들었다: whom one asks.
local asked <const> = re.compile "(?<who>(?:[^\\s\"“”,]+\\s){0,2}?[^\\s\"“”,]+?)(?:에게|한테|측에)\\s[^\"“”,.]{0,30}?(?:묻자|물었더니|문의하자|문의했더니|질문하자|질문했더니|질의하자|요구하자|따지자|항의하자|묻는 질문에),?\\s$"

---@param before Span
---@param after Span
function tail.giver(before, after, index)
  if not received:test(after) then return nil end
  local m <const> = giver:match(before:right(30)) or asked:match(before:right(60))
  return m and subject.phrase(m.who, index)
end

-- ‘공동 설명자료’에는 “…”는 내용이 담겼다: what is written says it.
local holds <const> = re.compile "^(?:이?라|다|냐)?(?:는|고)\\s(?:내용|문구|글귀|글|표현|취지|구절|대목|메모|문장|조항|규정)?(?:의 [가-힣]+)?(?:이|가|도|을|를)?\\s?(?:담|적|쓰|쓴|써|실|포함|명시|새겨|기재|들어|있)"
local document <const> = re.compile "(?:['‘](?<label>[^'’]{2,40})['’]|(?<who>[^\\s\"“”,'’]+))(?:에는|에|에도|엔)\\s$"
-- 강보라 부위원장의 말처럼 “…”
local likened <const> = re.compile "(?<who>[^\"“”,]{2,30}?)의\\s(?:말|표현|지적|분석|설명|주장|진단|전망|비유|조언|고백|회고)(?:처럼|대로|마따나|[을를] 빌리면|[을를] 빌리자면|에 따르면),?\\s$"

-- 나 부회장이 본부장에게 보낸 메시지를 보면 “…”
local sent <const> = re.compile "(?<who>[^\"“”,.]{2,30}?)(?:이|가|은|는)\\s(?:[^\\s,]+\\s){0,4}?(?:보낸|올린|남긴|쓴|적은)\\s(?:[가-힣]+\\s)?(?:메시지|편지|문자|글|이메일|메일|게시글|게시물|댓글)(?:[를을] 보면|에는|에서는|에선|에서|엔|에),?\\s$"

local sent_end <const> = re.compile "(?:면|에|는|서|선|엔),?\\s$"

-- 편지에는 “…”라고 쓰여 있었다.
local paper <const> = re.compile "(?:편지|손편지|문건|메모|쪽지|현수막|피켓|팻말|게시글|글|메시지|문자|자료|설명서|약관|공고|표지판|비석|유서|스티커|포스터|전단|간판|배너)$"

---@param before Span
---@param after Span
function tail.written(before, after, index)
  local m = likened:match(before:right(50))
  if m then return subject.phrase(m.who, index) end
  m = sent_end:test(before:right(4)) and sent:match(before:right(60)) or nil
  local sender <const> = m and subject.phrase(m.who, index)
  if sender and sender.speaker and sender.kind ~= "unknown" then return sender end
  if not holds:test(after) then return nil end
  m = document:match(before:right(46))
  if not m then return nil end
  if m.label then return { speaker = m.label, kind = "unknown" } end
  local source <const> = subject.phrase(m.who, index)
  if source and (source.kind == "organization" or paper:test(m.who)) then return source end
end

---@param after Span
---@return boolean
function tail.generic(after) return generic:test(after) or comments:test(after) end

-- “…”(RK), “…”(진호), “…”(슈나) 등: a row of quotes, each with its speaker behind it; a name of any kind.
local labelled <const> = re.compile "^\\((?<who>[가-힣A-Za-z][가-힣A-Za-z .]{0,15})\\)(?=, ?[“\"]| ?등)"
-- What brackets hold beside names.
local remark <const> = re.compile "^(?:웃음|일동|박수|중략|생략|이하|사진|자료|종합|하략|전문|한숨|침묵|눈물|농담|폭소|미소)"

---@param quoted Quoted
function tail.bracketed(quoted, index)
  local behind <const> = quoted.whole:after(44)
  local signed <const> = signature:match(behind)
  if signed then
    local one <const> = index:latest(signed.who)
    if one then return { speaker = one.name, role = one.role, person = one, kind = "person" } end
    return subject.phrase(signed.who, index) or { speaker = signed.who, kind = "label" }
  end
  if not behind:left(2):has("(") then return nil end
  local m <const> = bracketed:match(behind)
  if not m then return nil end
  local one <const> = index.ends[m.who.stop] or index.names[m.who:text()]
  if one then return { speaker = one.name, role = one.role, person = one, kind = "person" } end
  local behind_title <const> = title_first:match(m.who)
  local kind_before <const> = behind_title and titles.kind(behind_title.title)
  if (kind_before == "title" or kind_before == "person") and (names.shaped(behind_title.name) or behind_title.first and names.foreign_word(behind_title.first) and names.foreign_word(behind_title.last)) then
    return { speaker = behind_title.name, role = behind_title.title, kind = "person" }
  end
  -- “…”(법무부 관계자)
  local kind <const> = titles.kind(m.who)
  if kind == "person" or kind == "title" then return { speaker = m.who, kind = "label" } end
  local label <const> = labelled:match(behind)
  if label and not remark:test(label.who) then return { speaker = label.who, kind = "label" } end
end

-- No 한: “…”고 한 전 대표를 비난했다 is about a Mr 한. No 뒤: “…”고 주장한 뒤 용의자를 만났다.
local said_by <const> = re.compile("^" .. SAYING .. "(?<!\\s한|고한|며한|했던)\\s(?!(?:뒤|후|데|것|바|적|점|이후|다음|직후|끝|만큼|대로|탓|사실)(?:에|을|를|이|가|도|은|는)?\\s)(?<who>[^\"“”,.]{1,30}?)(?:은|는|이|가|도|을|를|의|에게|께서)[\\s,]")

-- “…”고 올린 | A씨를, “…”라고 말한 | 박 의원은: the person whom the quote describes by a verb of saying.
---@param after Span
---@return table?  a source
function tail.described(after, index)
  local m <const> = said_by:match(after)
  local source <const> = m and subject.phrase(m.who, index)
  if source and (source.person or source.kind == "person") then return source end
end

local acting <const> = re.compile "^(?:이?라)?(?:며|면서)\\s(?:[^\\s,“\"]+\\s){1,4}?[^\\s,“\"]*(?:한|된|던|은|낸|난|킨|보인|숙인|린|친|진|선|온|간|쓴)\\s(?<who>(?:[^\\s,“\"]+\\s){0,4}?[^\\s,“\"]+?)[은는이가]\\s"
local comes <const> = re.compile "^(?:이?라|다)?는\\s(?<who>[^\"“”,.]{1,24}?)[이가]\\s[^\"“”.]{0,40}(?:찾아왔|찾아온|찾아와|연락해|전화를 걸|다가왔|나타났)"

---@param after Span  from the closing mark to the next quote or the sentence's end
---@param index table
---@return table?  a source
function tail.speaker(after, index)
  local m = relative:match(after) or relative_object:match(after)
  if m then
    local source <const> = subject.phrase(m.who, index)
    if source and source.kind ~= "unknown" then return source end
  end
  -- “…”는 60대의 환자가 찾아왔다
  m = comes:match(after)
  if m then
    local source <const> = subject.phrase(m.who, index)
    if source and source.kind == "person" and not source.person then return source end
  end
  -- “…”며 고개를 숙인 한가람 대표가
  m = acting:match(after)
  if m then
    local source <const> = subject.phrase(m.who, index)
    if source and source.person then return source end
  end
  m = inverted:match(after)
  if m then return (subject.before(m.who, index, false)) end
end

---@param after Span
function tail.standing(after, index)
  local m <const> = standing:match(after)
  if m then return (subject.before(m.who, index, true)) end
end

return tail
