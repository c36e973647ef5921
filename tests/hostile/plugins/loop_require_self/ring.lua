return require "ring"
