enum OversightSeed {}
