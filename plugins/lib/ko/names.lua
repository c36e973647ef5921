-- Korean and foreign personal names: the shapes they have and the words that only look like them.
local re <const> = require "re"
local words <const> = require "words"
local titles <const> = require "ko.titles"

local names <const> = {}

-- Surnames of one syllable, the common ones first. Source: the surnames of the Korean census held by
-- more than a thousand people that also occur beside a title in news.
names.SURNAME = "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현"
  .. "함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부복태목범시피가계빈간감갈견"

-- 남궁민, 황보승희: surnames of two syllables.
names.DOUBLE = "남궁|황보|제갈|선우|독고|사공|서문|동방"

-- A full Korean name as a piece of a pattern.
names.FULL = "(?:(?:" .. names.DOUBLE .. ")[가-힣]{1,2}|[" .. names.SURNAME .. "][가-힣]{1,2})"

names.first = words.file "ko/first_names.txt"
local never <const> = words.file "ko/not_names.txt"
local nouns <const> = words.file "ko/nouns.txt"

-- Endings that a name of three syllables never has: 이재명을, 경찰의, 지명된, 지난해에.
local closes <const> = re.compile "[를에와과의며된할던는가고]$"
-- Endings that are a particle behind a noun (경찰+은, 지원+을) and the last syllable of a name (조+성은).
local doubtful <const> = re.compile "[은이도인한을로만들해돼하]$"
-- Institutions cut to three syllables: 고려대, 국방부, 전남도, 민주당, 지도부.
local body <const> = re.compile "[대부청당측]$"
-- Of those in 대 the known universities and a few words; 조희대, 김영대 are people.
local ends_dae <const> = re.compile "^(?!고려|서강|성균|인하|국민|홍익|건국|경희|동국|단국|상명|명지|세종|숭실|광운|가천|경기|강원|충남|충북|전남|전북|경북|경상|부산|제주|인천|서울|한양|연세|중앙|아주|조선|영남|동아|동의|계명|원광|우석|공주|한밭|한림|한신|선문|순천|목포|안동|창원|군산|금오|신라|남서|대진|용인|수원|삼육|서경|성신|덕성|동덕|숙명|이화|총신|추계|배재|백석|나사|청주|호서|호남|경동|경남|경운|기계|국방|경찰|사관|확|절|최|시|세|무|지|군|부|상|토|기|현)[가-힣]{2}대$"

local double <const> = re.compile("^(?:" .. names.DOUBLE .. ")")

-- Whether a span of two to four syllables can be a Korean name. `close` says that a title or a particle of
-- a name stands directly behind it; without it two syllables are too few to tell.
---@param span Span
---@param close boolean
---@return boolean
function names.likely(span, close)
  local bytes <const> = #span
  if bytes < 6 or bytes > 12 or never:has(span) then return false end
  if bytes == 6 then return close end
  if bytes == 12 and not double:test(span) then return false end
  if bytes == 9 then
    if closes:test(span) or body:test(span) and not ends_dae:test(span) then return false end
    if doubtful:test(span) then
      local stem <const> = span:left(2)
      if nouns:has(stem) or never:has(stem) then return false end
    end
  end
  return true
end

-- Syllables that Korean given names are made of, and the tense ones of Chinese names (한쩡, 양띵화). What holds another
-- is a foreign name or a word: 기드온, 강력한, 이날. 스 opens a given name (이스란) and closes a foreign one (제임스).
names.given = re.compile("^(?:" .. names.DOUBLE .. "|[" .. names.SURNAME .. "])(?:스(?=.$))?"
  .. "[가갑강건걸검견결겸경계고곤공관광교구국군권귀규균극근금기길나낙난남녀년노녹누늘니다단달담대덕도돈동두득든들라락람란람랑래량려련렬령례로록루룡롬류륜률름레리린림만말맑명모목몽묘무묵문미밀민바박반배백범병보복본봄봉부분비빈빛사산삼상새샘서석선설섬섭성세소손솔송수숙순술슬승쌍시식신실심아악안암애양억언엄에여연열염엽영예오옥온옹완왕외요용우욱운웅원월위유윤율육융은을음응의이익인일임자장재전절점정제조존종주준중지직진집찬창채천철청초총추춘충치칠쾌탁탄탐태택통팔평표풍필하학한함항해행향허혁현협형혜호홍화확환활황회효후훈휘휴흔흠흥희힘헌롱곡축밝숭습외메별망솜면읍겨돌벽격론어꽃잎뜰벼늬"
  .. "띵쩡쥔쉬쑹쭝쯔샤셴쉐젠첸톈펑황왕캉핑]{1,2}$")

local shape <const> = re.compile("^" .. names.FULL .. "$")

-- Whether a span alone has the shape of a full Korean name and is no known word.
---@param span Span
---@return boolean
function names.shaped(span)
  return shape:test(span) and names.likely(span, false) and names.given:test(span)
end

local surname <const> = re.compile("^[" .. names.SURNAME .. "]$")

-- Whether a word is a common noun.
---@param word Span
---@return boolean
function names.noun(word) return nouns:has(word) ~= nil end

-- Whether a syllable is a surname.
---@param span Span
---@return boolean
function names.surname(span)
  return surname:test(span)
end

local places <const> = words.file "ko/places.txt"
names.places = places
names.countries = words.file "ko/countries.txt"
local loanwords <const> = words.file "ko/loanwords.txt"
local hangul <const> = re.compile "^[가-힣]{2,9}(?:-[가-힣]{2,7})?$"
local inflected <const> = re.compile "(?:[은는을를의에과한된할던며고힌게]|(?<![가카오자사])와|해온|만난|묻자|에서|으로|지만|이라|[가-힣]면)$"

-- Adverbs and times in front of a name: 앞서 | 올리버는, 당시 | 벤슨은.
local adverb <const> = re.compile "^(?:앞서|이어|또한|특히|한편|반면|다만|결국|역시|물론|이미|아직|오늘|어제|내일|최근|당시|현재|이후|이날|전날|올해|내년|과거|먼저|우선|이제|한때|평소|원래|실제|다시|직접|함께|모두|여전히|그동안|지난해|이처럼|그런|이런|저런|어떤|다른|같은|그러나|하지만|그러자|따라서)$"

-- 무함마드 유누스 | 최고 고문: ranks in front of a title.
local rank <const> = re.compile "^(?:최고|수석|선임|전임|초대|신임|공동|상임|부총|총|임시|특별|명예|차기|전직|현직|국가|외교|국방|재무|법무|내무|공보|경제|수석부|정책|안보)$"

-- Whether a word can be part of a foreign name: Hangul, no head of a phrase, no place, no loanword.
---@param word Span
---@return boolean
function names.foreign_word(word)
  return hangul:test(word) and not titles.kind(word) and not places:has(word) and not loanwords:has(word)
    and not never:has(word) and not inflected:test(word) and not adverb:test(word) and not rank:test(word)
    and not (word:ends("인") and titles.kind(word:chop(1)))
end

-- 스테이시 | 래스건 애널리스트: a given name that only ends like a town or a firm, before a foreign family name.
local function ends_like_town(first, whole)
  if first:chars() < 3 or titles.kind(first) ~= "organization" or places:has(first) or places:has(first:chop(1)) then return false end
  local second <const> = re.find("[가-힣-]+", whole:from(first))
  return second ~= nil and names.foreign_word(second)
end

local run_into <const> = re.compile "(?<=[다요]|기자|제공|캡처|뉴스|시스|연합)[가-힣]{3}$"

-- Given names of one syllable: 존 | 힐리 영국 국방장관.
names.brief = re.compile "^(?:조|존|팀|톰|짐|벤|닉|샘|론|맷|댄|켄|잭|얀|휴|앤|밥|빌|딘|필|폴|팻|척|칼|렉|맥|민|잰|제프|마크)$"

local pair <const> = re.compile "^([가-힣-]+)\\s([가-힣-]+)\\s"

-- Whether a phrase opens with two words that can only be a foreign name: 유리 우샤코프 | 러시아 대통령실의 …
---@param whole Span
---@return boolean
function names.foreign_pair(whole)
  local m <const> = pair:match(whole)
  return m ~= nil and names.foreign_word(m[1]) and names.foreign_word(m[2])
end

-- The third word of a foreign name, with what follows it.
local state <const> = re.compile "^\\s(?<word>[가-힣]{2,7})\\s(?:(?<office>(?:대통령|총리|국왕|왕세자|왕자|총통|주석|외무장관|국방장관|대법관|추기경|주교|상원의원|하원의원)(?![가-힣]))|(?<body>[가-힣]{4,})(?:\\([^()]*\\))?\\s)"
local generic <const> = re.compile "^(?:대학교|대학원|연구소|연구원|로스쿨|캠퍼스|인터내셔널|파트너스|인베스트먼트|테크놀로지|투자은행|자산운용|증권사)"

-- The foreign name that opens a phrase which ends in a title, or nil: 투크만 벤슨 | 주한미군사령관, 벤슨 | 이스라엘 총리.
---@param whole Span
---@return Span?
function names.foreign_in(whole)
  -- 릴리 헤라와티(Lily Herawati) KAIMI 사장: letters in brackets close a name of any length
  local spelled <const> = re.find("^(?:[가-힣-]+\\s){0,3}[가-힣-]+(?=\\([A-Z][A-Za-z.' -]*[a-z][A-Za-z.' -]*\\))", whole)
  if spelled then return spelled end
  -- 디르크 판 미르트 네덜란드 연구소 교수: a particle of nobility between the names
  local noble <const> = re.find("^[가-힣]{2,7}\\s(?:판|폰|반|데|드|디|델|알|엘|빈|벤|르|라|다|본)\\s[가-힣]{2,7}(?=\\s)", whole)
  if noble then return noble end
  -- J D 밴스 부통령
  local initials <const> = re.find("^(?:[A-Z]\\.?\\s?){1,3}[가-힣]{2,6}(?=\\s)", whole)
  if initials then return initials end
  -- 이스라엘 바르카 | 이스라엘 국방부 장관: a country's name that is a given name too, where the office has it again
  local namesake <const> = re.match("^(?<name>(?<first>[가-힣]+)\\s(?<last>[가-힣]{2,7}))\\s\\k<first>\\s", whole)
  if namesake and names.countries:has(namesake.first) and names.foreign_word(namesake.last) then return namesake.name end
  local first = re.find("^[가-힣-]+(?=[\\s(])", whole)
  -- 좋다고 했다한가람 군청 총무과장: a Korean name that the sentence before is run into
  local run_in <const> = first and #first >= 15 and run_into:find(first)
  if run_in and names.shaped(run_in) then return run_in end
  -- 해오름군청이광수 해오름소방서장: the name of who gave the picture
  local giver <const> = first and #first >= 15 and titles.kind(first:chop(3)) == "organization" and first:right(3)
  if giver and names.shaped(giver) then return giver end
  if first and names.brief:test(first) then
    local last <const> = re.find("^\\s[가-힣-]+(?:\\s[가-힣]+(?=\\s[가-힣]*최고))?(?=\\s)", whole:from(first))
    return last and names.foreign_word(re.find("[가-힣-]+", last)) and first:hull(last) or nil
  end
  if not first or not (names.foreign_word(first) or ends_like_town(first, whole)) then return nil end
  local second <const> = re.find("^\\s[가-힣-]+(?=[\\s(])", whole:from(first))
  if second then
    local word <const> = second:skip(1)
    if names.foreign_word(word) or names.first:has(first) then
      -- 브와디스와프 마르친 | 코시니아크카미시 폴란드 국방장관: a third one before a country
      local third <const> = re.match("^\\s(?<word>[가-힣]{2,9})\\s(?<country>[가-힣]+)", whole:from(word))
      local kind <const> = third and titles.kind(third.word)
      if third and names.countries:has(third.country) and (not kind or kind == "organization" and third.word:chars() > 4) and not names.countries:has(third.word) and not places:has(third.word) then
        return first:hull(third.word)
      end
      -- 아마르 사피르 마흐다비 | 코네티컷대 연구원, 마무르 라피 유수르 | 남방연합(SU) 의장: before a body named in full, or an office of state
      local far <const> = state:match(whole:from(word))
      if far and names.foreign_word(far.word) and (far.office or titles.kind(far.body) == "organization" and not generic:test(far.body)) then
        return first:hull(far.word)
      end
      return first:hull(word)
    end
    -- 멍시안칭 | 국방대 교수: an affiliation in between
    if not places:has(word) and titles.kind(word) ~= "organization" then return nil end
  end
  return first
end

return names
