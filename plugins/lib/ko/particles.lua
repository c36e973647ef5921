-- Particles (조사) and the boundary behind a noun, as pieces of patterns.
local words <const> = require "words"

local particles <const> = {}

-- Behind a person or a title: 장관은, 장관께서도, 의원에게, 대표이자.
particles.AFTER_NOUN = "(?=(?:님)?(?:은|는|이|가|을|를|의|도|과|와|께서|께서는|께서도|에게|에게는|에게서|에|으로|로|로서|만|측|측은|측이|라|라는|이라|이라는"
  .. "|인|이다|이며|이자|이었다|였다|보다|처럼|까지|부터|및|라며|이라며|이고|이지만|마저|조차|이나|등|들|들은|들이|들의|들도|들과|들을)?(?![가-힣A-Za-z0-9]))"

-- A word that can be part of a noun phrase, with what stands in brackets behind it (태스크포스(TF)): no quotation
-- mark, stop or bracket else, and no ending of a particle or a verb that would close the phrase (대표를, 참석한, 밝히고).
particles.NOUN = "[^\\s\\x{A0}\\x{3000}\"“”‘’',.()\\[\\]…=|<>:;?!/▶◇■△▲━─]+(?:(?<![은는을를에며고])|(?<=[외여남공상체]고|과학고))"
  .. "(?<!에서|으로|라며|면서|했다|이다|니다|통해|위해|대해|관련해|관련|따라|하며|이날|다시|함께|까지|부터|에게|라는|이라|에도|서도|로도|으나|지만|팀만|된|될|출신인"
  .. "|자인|장인|수인|원인|관인|가인|표인|사인|진인|객인|생인|님인|민인|맨인|당이|회가|청이|들이|측이|부가|사가|표가|리가|마트가)"
  .. "(?<![가-힣](?:장이|원이|관이|수이|자이))"
  .. "(?:(?<![한던])|(?<=런던|북한|(?<![가-힣])(?:대한|신한|주한|유한|무한|한한)))(?:\\([^()\\n]{1,30}\\))?"

local after_final <const> = words.set { "이", "은", "을", "과" }
local after_vowel <const> = words.set { "는", "를", "와", "가" }
local FIRST <const>, FINALS <const> = 0xAC00, 28   -- the first Hangul syllable; each vowel has so many finals (받침), none first

-- Whether a particle may stand on a word by how its last syllable ends: 라스곤은, 카가라는; not 하메네이, whose 이 is its own.
---@param word Span       Hangul
---@param particle string
---@return boolean
function particles.fits(word, particle)
  local open <const> = (utf8.codepoint(word:right(1):text()) - FIRST) % FINALS == 0
  return not (open and after_final:has(particle) or not open and after_vowel:has(particle))
end

return particles
