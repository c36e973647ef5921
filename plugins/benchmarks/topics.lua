-- What system a text speaks of when a sentence does not say: `또 GPT-OSS 120B와의 비교에서도 103% 성능을 보였다`.
local re <const> = require "re"
local subjects <const> = require "subjects"

local topics <const> = {}

-- How far back a sentence without a subject may look for one, in sentences. Beyond that a reader has to guess too.
topics.memory = 4
-- And where it has named nothing else since.
topics.alone = 7

-- `반면 가람은 74점에 머물렀다.`: a look aside; the text goes on about what it spoke of before.
local falls_short <const> = re.compile [[(?:머물렀|그쳤|불과했|못했|떨어졌|낮았)(?:다|습니다)\.?$]]
local aside <const> = re.compile [[^\s*(?:(?:이전|기존|직전|종전|전작|경쟁|앞선|상위|하위|동급)(?:\x20(?:모델|버전|제품|세대))?인\x20|(?:(?:[^.,]|\.\d){1,40}[은는이가]\x20)?같은\x20(?:조건|시험|구간|문제|평가|기준|데이터|환경|문항)|반면|이에\x20비해|이와\x20달리|이에\x20반해|다른\x20모델|해외\x20모델|경쟁)]]

-- `'가람'을 공개했다`, `예지보전 AI를 적용했다`: what is presented is spoken of next; not `내놓은 지 일주일 만이다`.
local presented <const> = re.compile([[^['’”]?(?:\x20?\([^()]*\))?(?:[을를도]|\x20등을|[와과]\x20[^.]{2,60}[을를])\x20(?:[^.,]{0,40}\x20)?(?:공개|선보|출시|내놓|내놨|냈|개발|발표|소개|도입|적용|활용|구축|완성|고도화|가동|탑재|얹)
  (?:[^\s]{0,4}?(?:다|다고|며|고|습니다))(?=[\x20.,]|$)|^['’”]?(?:\x20?\([^()]*\))?(?:입니다|이다|다)\.?$]], "x")
-- `구글이 '가람'을 내놓은 지 일주일 만이다`
local since <const> = re.compile [[\x20지\x20[^.]{1,14}만]]

local function owns(mention, found)
  for _, r in ipairs(found) do
    if r.mention == mention then return true end
  end
  return false
end

-- A model goes on being spoken of where a chip is named that it runs on.
local function other_kind(m, now)
  local a <const>, b <const> = m.system, now and now.mention.system
  return a and b and (a.kind == "chip") ~= (b.kind == "chip")
end

-- The mention that a sentence is about: the first that 은/는 marks, else the last topic, else what it presents. Where the text
-- speaks of none yet, the last it names at all.
local function about(scene, now, any_will_do, found)
  local main, topic, any, shown
  if since:test(scene.span) then return nil end
  for _, m in ipairs(scene.mentions) do
    if m.part ~= "compared" and m.part ~= "setting" and not m.enclosed and not m.rival and not m.old and (any_will_do or #m.group == 1) then
      if m.part == "topic" and (any_will_do or not m.broad or owns(m, found)) then
        if m.main then main = main or m end
        topic = m
      elseif presented:test(scene.span:from(m.span)) or m.first and not other_kind(m, now) then
        shown = shown or m
      end
      any = m
    end
  end
  return main or topic or shown or any_will_do and any or nil
end

-- Notes what a sentence compares with: such a one does not become the topic by a sentence of its own.
local function note_rivals(article, mentions)
  local topic, compares
  for _, m in ipairs(mentions) do
    if m.part == "compared" and not m.anaphor then
      article.rivals[subjects.key(m)] = true
      compares = true
    elseif m.part == "topic" and not m.enclosed then
      topic = topic or m
    end
  end
  if topic and compares then article.rivals[subjects.key(topic)] = nil end
end

-- Several systems, each with its figure: a list, which is not about the last of them.
local function several(found)
  local first
  for _, r in ipairs(found) do
    local m <const> = r.mention
    if m.part ~= "compared" and not m.enclosed and not m.rival then
      if first and r.owner ~= first then return true end
      first = first or r.owner
    end
  end
  return false
end

-- A paragraph that told what one system reached and then what another did is about the first: the next paragraph goes on about
-- that one. `opening` is what the last paragraph with figures began with.
local function note_opening(article, scene, found)
  local start <const> = #found > 0 and article.topic and article.doc.paragraph_of(scene.span).start
  if start and not (article.opening and article.opening.start == start) then
    article.opening = { start = start, mention = article.topic.mention }
  end
end

local function opening_of(article, scene)
  local opening <const> = article.opening
  return opening and opening.start == article.doc.paragraph_of(scene.span).start and opening.mention or nil
end

-- Takes note of a sentence that has been read: scene.mentions and the records found in it.
function topics.follow(article, scene, found)
  if #scene.mentions > 0 then article.named = scene.index end
  note_rivals(article, scene.mentions)
  local now <const> = article.topic
  if now and now.index == scene.index then return note_opening(article, scene, found) end
  local fresh <const> = now and scene.index - now.index <= topics.memory
  local m <const> = about(scene, now, not fresh, found)
  if not m or m.all then
    if now and #found > 0 then now.index = scene.index end
    return note_opening(article, scene, found)
  end
  local keeps <const> = fresh and (several(found) or article.rivals[subjects.key(m)] or aside:test(scene.span)
                                   or #found > 0 and falls_short:test(scene.span))
  if keeps then
    now.index = scene.index
  else
    article.topic = { mention = m, index = scene.index, back = #found > 0 and opening_of(article, scene) or nil }
  end
  note_opening(article, scene, found)
end

-- The mention that the text before a sentence speaks of, or nil.
function topics.current(article, index, sentence)
  local now <const> = article.topic
  if now and now.back and article.doc.paragraph_of(sentence).start ~= article.opening.start then
    now.mention, now.back = now.back, nil
  end
  if now and index - now.index <= (article.named == now.index and topics.alone or topics.memory) then return now.mention end
  return nil
end

return topics
