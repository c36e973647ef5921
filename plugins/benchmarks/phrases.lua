-- How far a phrase that names or describes a system reaches to the left: from the last word that does not belong to it.
local re <const> = require "re"
local words <const> = require "words"

local phrases <const> = {}

-- Ends such a phrase to the left: a particle, a participle, an adverb.
local loose <const> = re.compile([[(?:[은는을를며면고서한된인할로든진록럼게에]|나선|나온|거친|[가-힣]{3}[이가]|에서|하는|까지
  |[긴킨린친낸춘운쓴푼뛴힌던본둔준]|[려겨혀쳐켜춰줘꿔눠와]|(?:만들|넣|얻|묶|섞|엮|적)어|(?:모|담|뽑|찾|골라|달)아|[될쓸낼들볼]
  |[가-힣](?:부|사|계|국|업|리|들|팀|측|AI)도)$|^(?:아울러|특히|또한|한편|이어|반면|다만|현재|실제|이날|이후|앞서|관련|가운데|중에|이틀|올해|지난해)$]], "x")
-- Words that describe a model and do not say which: a phrase of these alone names none.
local generic <const> = words.file "generic.txt"
function phrases.is_generic(word) return generic:has(word) end
local ending <const> = re.compile [[[은는을를며면고서한된인할]$|^(?:이|그|저|해당|자사|이번|자체)$]]
local particle_end <const> = re.compile [[(?:[이가의와과에로도만]|보다|[가-힣][해돼]|[었았했]고|얻어|거둬|받아|올려|보여|앞서)$]]

-- `국내 5개 | 팀의 언어모델이`
local several <const> = re.compile [[(?:\d|두|세|네|다섯|여러)\x20?(?:개|곳|종)?\x20$]]

-- The phrase that describes a system, from the first word that belongs to it: `A사가 만든 | 악성코드 탐지 모델`, `B사의 | 실험용 추론 모델`.
local word <const> = re.compile [[[^\x20]+]]
local owner <const> = re.compile [[의$]]
function phrases.model(m)
  if several:test(m[0]:before(8)) then return nil end
  local from, telling, owned      -- `owned`: the first word behind an owner
  for w in word:gmatch(m.words) do
    local tells <const> = not (generic:has(w[0]) or ending:test(w[0]))
    if loose:test(w[0]) then
      from, telling, owned = nil, nil, nil
    else
      if owned == true then owned = w[0] end
      if not from then from = w[0] elseif owned and tells then from = owned end
      if owner:test(w[0]) then owned = true elseif tells then owned = nil end
      telling = telling or tells
    end
  end
  return telling and from:hull(m.head) or nil
end

local participle <const> = re.compile [[(?:하는|되는|주는|내는|보는|찾는|잡는|돕는|[개발][발]한|만든|학습한|적용한)\x20$]]
local kind <const> = re.compile [[^(?:AI|인공지능|기반|시스템|솔루션|알고리즘|소프트웨어|프로그램|엔진|챗봇|모델|기술|관련|활용|이용|같은)(?:\([A-Z]+\))?$]]
-- Such a phrase from the first word that belongs to it, or nil: `연구진이 만든 | 심전도 분석 AI`. Words that fit any system are
-- one only behind a clause that says which: `뇌파를 분석하는 | 인공지능 모델`.
local no_clause <const> = re.compile [[(?:[도를을면고며서에]|까지)$]]
function phrases.system(span)
  local from, telling, clause
  for w in word:gmatch(span) do
    if w[0].stop < span.stop and loose:test(w[0]) then
      from, telling, clause = nil, nil, not no_clause:test(w[0])
    else
      from = from or w[0]
      telling = telling or not (generic:has(w[0]) or kind:test(w[0]))
    end
  end
  clause = clause or participle:test(span:before(8))
  return (telling or clause) and from:hull(span:right(0)) or nil
end

-- The words of a phrase behind the last that ends with a particle or a participle.
function phrases.last_words(span)
  local from
  for w in word:gmatch(span) do
    if w[0].stop < span.stop and (loose:test(w[0]) or particle_end:test(w[0])) then from = nil else from = from or w[0] end
  end
  return from and from:hull(span:right(0)) or nil
end

return phrases
