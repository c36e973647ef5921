-- Who is meant where a quote's own sentence does not tell: the speaker before, whom the sentences around are about, what
-- 그는 or 이 단체는 stands for. Each takes the reader of the quotes (context.lua): its `sentences`, `index`, `last` (the
-- source of the quote before) and `last_at` (the sentence of that quote).
local re <const> = require "re"
local names <const> = require "ko.names"
local titles <const> = require "ko.titles"
local subject <const> = require "subject"

local antecedent <const> = {}

local reports <const> = re.compile "(?:말|밝|전|설명|강조|주장|지적|평가|분석|비판|적|답|물|외치|반박|호소|당부|덧붙|경고|전망|토로|언급|진단|예상|촉구|약속|발표|알|내다|꼬집|요구|해명|부연)(?:했|혔|였|었|렸|봤|쳤)(?:다|습니다)\\.?\\s*$"

---@param one table  a record of `people`
function antecedent.is_reporter(one)
  local title <const> = one.title
  return title and title.ends and (title:ends("기자") or title:ends("특파원"))
end

local told_of <const> = re.compile "^(?:이?라)?(?:고|며|면서|거나)[,\\s]"
-- 집주인들은 지켜보기로 했다. “…”는 것이다: why those of the sentence before do so
local reason <const> = re.compile "^(?:이?라|다)?는\\s(?:것|얘기|이야기|이유|설명|입장|취지|판단|논리|주장)(?:이다|다|에서다|이었다|였다)[. ]"
local says <const> = re.compile "고\\s?(?:했다|했습니다|한다|합니다)\\.?\\s*$"

-- Who speaks where the quote's own sentence does not tell: the person or reporting body a sentence since the last quote is
-- about, else the last speaker.
function antecedent.carried(self, at, after)
  local sentences <const> = self.sentences
  for i = at - 1, math.max(self.last_at + 1, at - 4), -1 do
    local source <const>, rank <const> = subject.before(sentences[i], self.index, true)
    if source and rank >= 2 then
      -- 두 사람은 접촉해 왔다. 이날도 “…”: several of whom one speaks
      -- 참석자는 매주 달라졌다. “…”: those whom a sentence only tells of do not take the word from somebody known
      local told <const> = source.kind == "person" and not source.person and self.last and self.last.person and titles.kind(source.place) == "person"
        and not (says:test(sentences[i]:right(8)) or reports:test(sentences[i]:right(14)) or i == at - 1 and reason:test(after))
      if source.kind == "person" and not told and not (source.speaker and source.speaker:ends(" 사람")) then return source end
      -- 국정원은 고발했다. 하지만 이날 “…”: the body that the sentence right before opens with
      if (source.kind == "organization" or source.kind == "unknown" and names.countries:has(source.place)) and i == at - 1 and rank == 3 and (self.last or told_of:test(after)) then return source end
      -- 해오름전자는 … 전했다. 그러면서 “…”
      if source.speaker and (source.kind ~= "unknown" or not names.noun(source.place)) and reports:test(sentences[i]:right(14)) then return source end
    end
  end
  return self.last
end

local comments <const> = re.compile "(?:셈이다|해석된다|풀이된다|보인다|관측된다|전망된다|때문이다|상황이다|분석된다|꼽힌다|알려졌다|전해졌다)\\.?\\s*$"

local adds <const> = re.compile "고도\\s?[가-힣]{1,3}[했혔였렀]다\\.?\\s*$"
local relays <const> = re.compile "고\\s?(?:전했다|설명했다|전했습니다|설명했습니다)\\.?\\s*$"

-- Whether a source is somebody's spokesperson.
local function speaks_for(source)
  local title <const> = source and source.person and source.person.title
  return title ~= nil and title.text ~= nil and title:ends("대변인")
end

-- Whether a word that no list has can be a name.
---@param word Span
local function nameable(word) return names.shaped(word) or names.foreign_word(word) end

-- 한가람 대통령이 강보라 의장과 인사하고 있다. [한빛] | 그는 “…”: a caption that stands in the way
local caption <const> = re.compile "^\\s*(?:[^\\s,]+\\s){0,5}?[가-힣]+[이가]\\s.*고\\s?있다\\.?\\s*(?:[\\[/<(ⓒ△▲].{0,40})?$"

-- 나 의장에 | 대한 질의에는 말을 돌렸다. 그는 “…”: the sentence goes on with whom the one before is about
local about <const> = re.compile "^(?:에 (?:대한|대해|관한|관해)|[을를] )"

-- 그는, 이들은: the topic of the sentences before, or the person named last there.
---@param word Span  the pronoun
function antecedent.pronoun(self, at, word)
  local sentences <const> = self.sentences
  for i = at - 1, math.max(self.last_at + 1, at - 3), -1 do
    local source <const>, rank <const> = subject.before(sentences[i], self.index, true)
    if rank <= 1 and caption:test(sentences[i]) then goto before end
    -- 한 의원도 연루됐던 상황인 만큼 경고를 날린 셈이다. 그는 “…”: what the reporter adds of others does not change who is spoken of
    if rank < 3 and comments:test(sentences[i]:right(12)) then goto before end
    -- 대변인은 “…”고 말했다. 대통령은 회의를 주재했다고 전했다. 그는 “…”: whoever speaks for others goes on
    if source and source.person and rank >= 2 and speaks_for(self.last) and relays:test(sentences[i]:right(10)) then goto before end
    if source and source.person and rank >= 2 then return source end
    -- 그는 이력도 문제 삼았다. 그는 “…”: the same as before
    if source and source.kind == "pronoun" and rank >= 2 then goto before end
    local one <const>, mention <const> = self.index:latest(sentences[i])
    -- 르쿤은 “…”고 했다. 저커버그가 믿음을 잃었다고도 밝혔다. 그는 “…”: what is added is of the same speaker
    if one and rank <= 1 and self.last and adds:test(sentences[i]:right(12)) then goto before end
    if one and rank <= 1 and about:test(mention:after(5)) then goto before end
    -- 괴한은 B씨를 찾아가 때렸다. 그는 “…”: no object where somebody is the topic
    if one and rank >= 2 and source.speaker and source.kind == "person" and about:test(mention:after(5)) then return source end
    -- 라프코프는 대통령의 관저가 무사하다고 설명했다. 그는 “…”: a foreigner whom no list has is the topic
    if one and rank == 3 and source.kind == "unknown" and source.speaker and reports:test(sentences[i]:right(14)) and names.foreign_word(source.place) and not names.countries:has(source.place) then return source end
    if one and not antecedent.is_reporter(one) then return { speaker = one.name, role = one.role, person = one, kind = "person" } end
    -- 신호로 해석된다. 92공식도 거듭 강조했다. 그는 “…”: a thing is nobody
    if source and source.speaker and rank >= 2 and (source.kind == "unknown" and (nameable(source.place) or not word:starts("그")) or source.kind == "person") then return source end
    ::before::
  end
  -- 한빛은 개발을 검토한다. 한도윤 셰프에게는 새 꿈이 있다. 그는 “…”: no body
  local last <const> = self.last
  if last and last.kind == "organization" and word:starts("그") then
    for i = at - 1, math.max(1, at - 5), -1 do
      local one <const> = self.index:latest(sentences[i])
      if one and not antecedent.is_reporter(one) then return { speaker = one.name, role = one.role, person = one, kind = "person" } end
    end
  end
  return last
end

local opening_mark <const> = re.compile "[\"“]"

-- A sentence up to its first quote: what that says is about others.
local function unquoted(sentence)
  local mark <const> = opening_mark:find(sentence)
  return mark and sentence:upto(mark) or sentence
end

-- 이 단체는: the body that a sentence before is about, or the last speaker.
function antecedent.body(self, at)
  local sentences <const> = self.sentences
  for i = at - 1, math.max(1, at - 2), -1 do
    local source <const>, rank <const> = subject.before(unquoted(sentences[i]), self.index, true)
    if source and source.speaker and not source.person and rank >= 2 then return source end
  end
  return self.last
end

function antecedent.resolve(self, source, at)
  if source and source.body then return antecedent.body(self, at) end
  if source and source.kind == "pronoun" then return antecedent.pronoun(self, at, source.place) end
  return source
end

-- The body or unnamed source that the sentence before is about, when no quote lies in between: 누리꾼들 반응은 엇갈린다. “…”라는 반응도 있다
function antecedent.unnamed(self, at)
  local before <const> = at - 1 >= self.last_at and self.sentences[at - 1]
  if not before then return nil end
  local source <const>, rank <const> = subject.before(before, self.index, true)
  if source and rank >= 2 and source.kind == "person" and not source.person then return source end
end

-- 단체들이 회견을 열었다. 무관심을 비판하고, “…”고 요구했다: the body the sentences before are about, while nobody has spoken yet.
local demands <const> = re.compile "^(?:이?라)?고\\s(?:[^\\s,]+\\s){0,2}?(?:요구|촉구|비판|주장|규탄|외치|외쳤|밝히|밝혔|밝힌|강조|호소|지적|당부)"

---@param after Span  what follows the quote
function antecedent.body_before(self, at, after)
  if self.last or not demands:test(after) then return nil end
  for i = at - 1, math.max(1, at - 2), -1 do
    local source <const>, rank <const> = subject.before(self.sentences[i], self.index, true)
    if source and source.kind == "organization" and rank ~= subject.SOURCE then return source end
  end
end

-- The first person a later sentence is about, for an article that opens with a quote.
function antecedent.ahead(self, at)
  local sentences <const> = self.sentences
  for i = at + 1, math.min(at + 3, #sentences) do
    local source <const> = subject.before(sentences[i], self.index, true)
    if source and source.person and not antecedent.is_reporter(source.person) then return source end
  end
end

local dropped <const> = re.compile ",\\s[^.]*(?:했습니다|했다|밝혔습니다|밝혔다)\\.?\\s*$"

-- 구형받은 윤서진 전 대통령, 어제 재판에서 진술을 했습니다. “…”: a subject without its particle, while nobody has spoken yet.
function antecedent.named_before(self, at)
  local before <const> = not self.last and self.sentences[at - 1]
  local rest <const> = before and dropped:find(before)
  local one <const> = rest and self.index.ends[rest.start]
  if one and not antecedent.is_reporter(one) then return { speaker = one.name, role = one.role, person = one, kind = "person" } end
end

return antecedent
