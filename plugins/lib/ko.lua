-- Korean grammar that extractors share. Each part can be required on its own.
return {
  names = require "ko.names",         -- surnames, shapes of names, words that only look like one
  numbers = require "ko.numbers",     -- 1천500, 8만5천명
  particles = require "ko.particles", -- 은/는/이/가 …, the words a noun phrase is made of
  titles = require "ko.titles",       -- 의원, 대표, CEO; what the head of a phrase names
}
