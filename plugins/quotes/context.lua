-- Reads the quotes of a document in order and carries the speaker from one to the next.
local re <const> = require "re"
local subject <const> = require "subject"
local antecedent <const> = require "antecedent"
local speech <const> = require "speech"
local tail <const> = require "tail"
local transcript <const> = require "transcript"
local english <const> = require "english"
local names <const> = require "ko.names"
local elsewhere <const> = require "elsewhere"
local standing <const> = require "standing"
local interview <const> = require "interview"
local titles <const> = require "ko.titles"

local context <const> = {}

local Reader <const> = {}
Reader.__index = Reader

local FAR <const> = 30     -- bytes between a subject and the quote it opens, some ten syllables
local CHAIN <const> = 24   -- bytes between two quotes of one report: ”라고 말하며 “

-- What follows the last quote of a row in a sentence: “A”며 “B”라고 | …
function Reader:closing(sentence)
  local from = self.all[self.i].whole
  for i = self.i + 1, #self.all do
    local quoted <const> = self.all[i]
    if not sentence:contains(quoted.whole) then break end
    if quoted.depth == 0 and quoted.mark == "double" then
      if quoted.whole.start - from.stop > CHAIN then break end
      from = quoted.whole
    end
  end
  return sentence:from(from)
end

local bare_name <const> = re.compile "(?:^|(?<=[\"”’'…·])|(?<=…\\s)|(?<=\\.\\.\\s)|(?<=[·▶▲■◆]\\s))[가-힣]{3}(?=\\s?$)"

-- 한가람 장남 “…”: whose kin or counsel, with no particle, as decks have it
local of_kin <const> = re.compile "(?<![가-힣])(?:[가-힣](?<![전그])\\s)?[가-힣]{2,6}\\s(?<kin>장남|차남|장녀|차녀|아들|딸|부인|아내|남편|모친|부친|동생|유족|측근|변호인단?|대리인|소속사|측)\\s?$"

local hereafter <const> = re.compile "\\(이하 [^()]*\\)\\s?$"

-- 행안부 “…”: a body and nothing else before the mark, as decks have it
local bare_body <const> = re.compile "^[가-힣A-Za-z]{1,11}[가-힣A-Za-z](?<!도)(?=\\s$)"

-- A는 “…”며 B가 | “…”고 말했다: A goes on, B is whom the words are about, unless a clause is closed in between
local goes_on <const> = re.compile "^(?:이?라)?(?:며|면서)[,\\s](?!.*(?:자,?\\s|지만|는데|[했됐렸왔났졌쳤켰갔겼렀였었았셨]고|반면|[다요]\\.))"

-- The speaker of a quote, and whether it only speaks aside: then the speaker before goes on.
---@param quoted Quoted
---@param sentence Span  the sentence that holds it
---@param at integer     that sentence's index
---@param after Span     what follows the closing mark
function Reader:speaker(quoted, sentence, at, after)
  local index <const> = self.index
  local start = sentence.start
  local chained <const> = self.last_quote and self.last_quote.stop > start
  local before <const> = chained and sentence:from(self.last_quote):upto(quoted.whole) or sentence:upto(quoted.whole)
  local said <const> = english.speaker(before, after, index.body)
  if said then return { speaker = said, kind = "person" } end
  local who, role <const> = transcript.label(before)
  if who == false then return nil, true end
  if who then
    local one <const> = index:person(who, who)
    if one then return { speaker = one.name, role = one.role, kind = "person" } end
    return { speaker = who, role = role, kind = "label" }
  end
  -- an answer that stands alone: what the question is about says nothing
  if interview.asked(self, before, at, after) then
    local answering <const> = interview.answering(self, quoted)
    if answering then return answering end
  end
  if chained and self.within and quoted.whole.start < self.within_stop then return self.within, true end
  local source, rank = subject.before(before, index, not chained)
  local closing <const> = self:closing(sentence)
  -- 그는 한 대통령이 | “…”고 밝힌 데 대해 “…”라고 했다: the report within the report may end before the next quote
  local inner <const> = source and (tail.nested(closing) and closing or closing.start > after.start and tail.nested(after) and after)
  self.within, self.within_stop = inner and subject.within(before, index), (inner or closing).start
  if self.within then
    self.last = antecedent.resolve(self, source, at)
    return self.within, true
  end
  -- 나 대표는 오 의원이 | “…”고 묻자 “…”고 답했다
  local asks <const> = source and rank == 3 and tail.asks(after) and subject.within(before, index)
  if asks then
    source = antecedent.resolve(self, source, at)
    if source then self.last = source end
    return asks, true
  end
  if rank == 1 and chained and self.current and goes_on:test(before) then source = nil end
  local author <const> = tail.author(before, after, index)
  if author then
    self.within, self.within_stop = author, after.start
    source = antecedent.resolve(self, source, at)
    if source then self.last = source end
    return author, true
  end
  local owner <const> = tail.owner(after, index) or tail.giver(before, after, index)
  -- what somebody else was quoted with before is rejected again
  if self.opponent and tail.rejected(after) then return self.opponent, true end
  if owner then
    self.opponent = owner
    -- the subject asks or hears; it speaks next: A는 “…”는 B의 질문에 “…”고 답했다
    source = antecedent.resolve(self, source, at)
    if source then self.last = source end
    return owner, true
  end
  if tail.advert(after, source) then
    if source then self.last = antecedent.resolve(self, source, at) end
    return nil, true
  end
  local named <const> = tail.bracketed(quoted, index)
  if named then return named end
  -- 경찰은 “…”고 올린 A씨를 불렀다: whom the quote describes said it
  local described <const> = tail.described(after, index)
  if described then
    if source then self.last = antecedent.resolve(self, source, at) end
    return described, source ~= nil
  end
  if source then
    -- 할머니가 “…”라는 말을 자주 해줬던 기억을 떠올렸다: it was somebody else who told
    if source.aside or tail.embedded(after) then return antecedent.resolve(self, source, at), true end
    -- 대통령이 … 내용과 관련해선 “…”고 | 강 대변인은 밝혔다
    local told <const> = #before:from(source.place or before) > FAR and tail.inverted(closing, index)
    return antecedent.resolve(self, told or source, at)
  end
  -- 한가람 “…”, “…”…한가람 “…”: a name and nothing else, as decks have it
  local bare <const> = bare_name:find(before)
  if bare and names.shaped(bare) then return { speaker = bare, kind = "person" } end
  local kin <const> = of_kin:match(before:right(16))
  if kin then return { speaker = elsewhere.named(kin.kin, index.body) or kin[0]:trim(), kind = "person" } end
  local body <const> = bare_body:find(before)
  if body and titles.kind(body) == "organization" then return { speaker = body, kind = "organization" } end
  if chained then return self.current end
  source = tail.written(before, after, index)
  if source then return source end
  if tail.generic(after) then
    source = antecedent.unnamed(self, at)
    return source, not source
  end
  -- 배성민 부총리 “…”: a name right before the mark
  -- 윤가람 교수(이하 윤 교수) “…”
  local bracket <const> = hereafter:find(before:right(20))
  local one <const> = index.ends[(bracket and before:upto(bracket) or before):trim().stop]
  if one and #before > 0 and not antecedent.is_reporter(one) then return { speaker = one.name, role = one.role, kind = "person" } end
  -- “…”며 “…”고 | 강 대변인은 밝혔다: told behind the last of the row
  source = tail.speaker(after, index) or tail.inverted(closing, index)
  if source then return antecedent.resolve(self, source, at) end
  if #after:trim() > 6 and not speech.reported:test(after) then
    source = tail.standing(after, index)
    if source then return antecedent.resolve(self, source, at) end
  end
  source = standing.speaker(self, before, after, at)
  if source then return source end
  return antecedent.carried(self, at, after) or antecedent.named_before(self, at) or antecedent.body_before(self, at, after) or antecedent.ahead(self, at)
end

-- “…”, “…”라는 취재진 질문에: members of a list share what follows the last.
local connects <const> = re.compile "^\\s?[,·와과및]?\\s?$"

-- What follows a quote, up to the next or the sentence's end.
local function tail_of(all, i, sentence)
  local after = sentence:from(all[i].whole)
  for k = i + 1, #all do
    local behind <const> = all[k]
    if behind.depth == 0 and behind.mark == "double" then
      if not sentence:contains(behind.whole) then return after end
      local gap <const> = after:upto(behind.whole)
      if not connects:test(gap) then return gap end
      after = sentence:from(behind.whole)
    end
  end
  return after
end

-- The quotes of a document with their speakers.
---@param doc Doc
---@param index table  people_index
---@return table[]
function context.read(doc, index)
  local self <const> = setmetatable({ index = index, sentences = doc.sentences(), all = doc.quoted(), last_at = 0 }, Reader)
  local records <const> = {}
  local all <const> = self.all
  for i = 1, #all do
    local quoted <const> = all[i]
    self.i = i
    if quoted.mark == "double" and quoted.depth == 0 and quoted.paired and #quoted.text > 0 then
      local sentence <const>, at <const> = doc.sentence_of(quoted.whole)
      local after <const> = tail_of(all, i, sentence)
      if speech.is(quoted, after:hull(after:after(1)):left(16)) then
        local source <const>, aside <const> = self:speaker(quoted, sentence, at, after)
        local record <const> = { text = quoted.text }
        if source and source.speaker then
          record.speaker, record.role = source.speaker, source.role
          if not aside then self.last = source end
        end
        if not aside then self.current = source
        elseif source then self.current = self.last
        else self.current = nil
        end
        self.last_at = at
        records[#records + 1] = record
        self.last_quote = quoted.whole
      end
    end
  end
  return records
end

return context
