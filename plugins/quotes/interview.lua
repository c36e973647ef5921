-- Who answers in an interview of questions and answers. Takes the reader of the quotes (context.lua).
local re <const> = require "re"
local subject <const> = require "subject"
local antecedent <const> = require "antecedent"

local interview <const> = {}

-- −내년 전망은? “…”: a question stands before the quote, in its sentence or as the sentence before.
local question <const> = re.compile "\\?\\s*$"
local listed_question <const> = re.compile "^\\s*[−–—\\-▶▷Q].*[?.]\\s*$"
local next_question <const> = re.compile "^\\s*(?:[−–—\\-▶▷Q.]|$)"

---@param before Span  the sentence up to the quote
---@param at integer   the sentence's index
---@param after Span   what follows the quote
---@return boolean
function interview.asked(self, before, at, after)
  if not next_question:test(after) then return false end
  if #before:trim() > 0 then return question:test(before) or listed_question:test(before) end
  local previous <const> = self.sentences[at - 1]
  return previous ~= nil and listed_question:test(previous)
end

-- 다음은 가람그룹 담당자와의 일문일답: whom an interview asks, though he has an office and no name
local answerer <const> = re.compile "[와과](?:의|\\s나눈)? (?:일문일답|1문1답)(?![을를])"

-- Who is announced as answering, before the quote.
local function announced(self, quoted)
  if self.answerer == nil then
    local place <const> = answerer:find(self.index.body)
    local source <const> = place and subject.phrase(place:before(40), self.index)
    self.answerer = source and source.speaker and source.kind ~= "unknown" and source or false
  end
  return self.answerer and self.answerer.place.start < quoted.whole.start and self.answerer or nil
end

-- Whom an interview asks: the person last named before the first answer.
local function interviewee(self, quoted)
  local one <const> = self.index:latest(self.index.body:upto(quoted.whole))
  if one and not antecedent.is_reporter(one) then return { speaker = one.name, role = one.role, person = one, kind = "person" } end
end

---@param quoted Quoted  the answer
---@return table?  a source
function interview.answering(self, quoted)
  local last <const> = self.last
  return announced(self, quoted) or last and last.person and last or interviewee(self, quoted) or last
end

return interview
