-- More of what Trellis brings: teacher assessments, early years, steps, and levels of years gone by. Which of the Boxall
-- strands are good when they are low.

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, ends, scales)
VALUES ('pre-key-stage', 'Pre-key-stage standards, through the year', 'Department for Education', 'development', TRUE, 60, 143,
  'Free for schools.',
  'Teacher assessment from pre-key stage 1 to greater depth, entered whenever somebody judges. A pupil on the engagement model has no level.', NULL,
  '[
  {"key":"reading","name":"Reading","kind":"levels","words":["PK1","PK2","PK3","PK4","PK5","PK6","WTS","EXS","GDS"],"bands":[{"from":0,"name":"Pre-key stage","concern":"watch"},{"from":6,"name":"Working towards","concern":"watch"},{"from":7,"name":"Expected standard","concern":"none"},{"from":8,"name":"Greater depth","concern":"none"}]},
  {"key":"writing","name":"Writing","kind":"levels","words":["PK1","PK2","PK3","PK4","PK5","PK6","WTS","EXS","GDS"],"bands":[{"from":0,"name":"Pre-key stage","concern":"watch"},{"from":6,"name":"Working towards","concern":"watch"},{"from":7,"name":"Expected standard","concern":"none"},{"from":8,"name":"Greater depth","concern":"none"}]},
  {"key":"mathematics","name":"Mathematics","kind":"levels","words":["PK1","PK2","PK3","PK4","PK5","PK6","WTS","EXS","GDS"],"bands":[{"from":0,"name":"Pre-key stage","concern":"watch"},{"from":6,"name":"Working towards","concern":"watch"},{"from":7,"name":"Expected standard","concern":"none"},{"from":8,"name":"Greater depth","concern":"none"}]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, ends, scales)
VALUES ('ks1-ta', 'Key stage 1: teacher assessment', 'Department for Education', 'development', FALSE, 72, 95,
  'Free for schools.',
  'Optional since 2023/24. A pupil on the engagement model has no level.', NULL,
  '[
  {"key":"reading","name":"Reading","kind":"levels","words":["PK1","PK2","PK3","PK4","WTS","EXS","GDS"],"bands":[{"from":0,"name":"Pre-key stage","concern":"watch"},{"from":4,"name":"Working towards","concern":"watch"},{"from":5,"name":"Expected standard","concern":"none"},{"from":6,"name":"Greater depth","concern":"none"}]},
  {"key":"writing","name":"Writing","kind":"levels","words":["PK1","PK2","PK3","PK4","WTS","EXS","GDS"],"bands":[{"from":0,"name":"Pre-key stage","concern":"watch"},{"from":4,"name":"Working towards","concern":"watch"},{"from":5,"name":"Expected standard","concern":"none"},{"from":6,"name":"Greater depth","concern":"none"}]},
  {"key":"mathematics","name":"Mathematics","kind":"levels","words":["PK1","PK2","PK3","PK4","WTS","EXS","GDS"],"bands":[{"from":0,"name":"Pre-key stage","concern":"watch"},{"from":4,"name":"Working towards","concern":"watch"},{"from":5,"name":"Expected standard","concern":"none"},{"from":6,"name":"Greater depth","concern":"none"}]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, ends, scales)
VALUES ('ks2-pre-key-stage', 'Key stage 2: pre-key-stage reading and mathematics', 'Department for Education', 'development', FALSE, 120, 143,
  'Free for schools.',
  'For pupils who work below the tests. Writing stands with the key stage 2 writing assessment.', NULL,
  '[
  {"key":"reading","name":"Reading","kind":"levels","words":["PK1","PK2","PK3","PK4","PK5","PK6"],"bands":[{"from":0,"name":"Pre-key stage","concern":"watch"}]},
  {"key":"mathematics","name":"Mathematics","kind":"levels","words":["PK1","PK2","PK3","PK4","PK5","PK6"],"bands":[{"from":0,"name":"Pre-key stage","concern":"watch"}]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, ends, scales)
VALUES ('ks2-science', 'Key stage 2 science: teacher assessment', 'Department for Education', 'development', FALSE, 120, 143,
  'Free for schools.',
  '', NULL,
  '[
  {"key":"science","name":"Science","kind":"levels","words":["HNM","EXS"],"bands":[{"from":0,"name":"Has not met the expected standard","concern":"watch"},{"from":1,"name":"Expected standard","concern":"none"}]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, ends, scales)
VALUES ('eyfs-profile', 'Early years foundation stage profile', 'Department for Education', 'development', FALSE, 48, 71,
  'Free for schools.',
  'Seventeen early learning goals, at the end of reception. A good level of development is “expected” in the first twelve.', NULL,
  '[
  {"key":"e01","name":"Listening, attention and understanding","kind":"levels","words":["Emerging","Expected"],"bands":[{"from":0,"name":"Emerging","concern":"watch"},{"from":1,"name":"Expected","concern":"none"}]},
  {"key":"e02","name":"Speaking","kind":"levels","words":["Emerging","Expected"],"bands":[{"from":0,"name":"Emerging","concern":"watch"},{"from":1,"name":"Expected","concern":"none"}]},
  {"key":"e03","name":"Self-regulation","kind":"levels","words":["Emerging","Expected"],"bands":[{"from":0,"name":"Emerging","concern":"watch"},{"from":1,"name":"Expected","concern":"none"}]},
  {"key":"e04","name":"Managing self","kind":"levels","words":["Emerging","Expected"],"bands":[{"from":0,"name":"Emerging","concern":"watch"},{"from":1,"name":"Expected","concern":"none"}]},
  {"key":"e05","name":"Building relationships","kind":"levels","words":["Emerging","Expected"],"bands":[{"from":0,"name":"Emerging","concern":"watch"},{"from":1,"name":"Expected","concern":"none"}]},
  {"key":"e06","name":"Gross motor skills","kind":"levels","words":["Emerging","Expected"],"bands":[{"from":0,"name":"Emerging","concern":"watch"},{"from":1,"name":"Expected","concern":"none"}]},
  {"key":"e07","name":"Fine motor skills","kind":"levels","words":["Emerging","Expected"],"bands":[{"from":0,"name":"Emerging","concern":"watch"},{"from":1,"name":"Expected","concern":"none"}]},
  {"key":"e08","name":"Comprehension","kind":"levels","words":["Emerging","Expected"],"bands":[{"from":0,"name":"Emerging","concern":"watch"},{"from":1,"name":"Expected","concern":"none"}]},
  {"key":"e09","name":"Word reading","kind":"levels","words":["Emerging","Expected"],"bands":[{"from":0,"name":"Emerging","concern":"watch"},{"from":1,"name":"Expected","concern":"none"}]},
  {"key":"e10","name":"Writing","kind":"levels","words":["Emerging","Expected"],"bands":[{"from":0,"name":"Emerging","concern":"watch"},{"from":1,"name":"Expected","concern":"none"}]},
  {"key":"e11","name":"Number","kind":"levels","words":["Emerging","Expected"],"bands":[{"from":0,"name":"Emerging","concern":"watch"},{"from":1,"name":"Expected","concern":"none"}]},
  {"key":"e12","name":"Numerical patterns","kind":"levels","words":["Emerging","Expected"],"bands":[{"from":0,"name":"Emerging","concern":"watch"},{"from":1,"name":"Expected","concern":"none"}]},
  {"key":"e13","name":"Past and present","kind":"levels","words":["Emerging","Expected"],"bands":[{"from":0,"name":"Emerging","concern":"watch"},{"from":1,"name":"Expected","concern":"none"}]},
  {"key":"e14","name":"People, culture and communities","kind":"levels","words":["Emerging","Expected"],"bands":[{"from":0,"name":"Emerging","concern":"watch"},{"from":1,"name":"Expected","concern":"none"}]},
  {"key":"e15","name":"The natural world","kind":"levels","words":["Emerging","Expected"],"bands":[{"from":0,"name":"Emerging","concern":"watch"},{"from":1,"name":"Expected","concern":"none"}]},
  {"key":"e16","name":"Creating with materials","kind":"levels","words":["Emerging","Expected"],"bands":[{"from":0,"name":"Emerging","concern":"watch"},{"from":1,"name":"Expected","concern":"none"}]},
  {"key":"e17","name":"Being imaginative and expressive","kind":"levels","words":["Emerging","Expected"],"bands":[{"from":0,"name":"Emerging","concern":"watch"},{"from":1,"name":"Expected","concern":"none"}]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, ends, scales)
VALUES ('early-years-points', 'Early years points', 'Made by schools', 'development', TRUE, 24, 71,
  'Free to use.',
  'Points of the school’s own tracking, one scale for each area of learning. What is expected in a year is set under Expectations, such as 3 points in reception.', NULL,
  '[
  {"key":"language","name":"Communication and language","kind":"raw","lowest":0,"highest":60,"bands":[]},
  {"key":"personal","name":"Personal, social and emotional","kind":"raw","lowest":0,"highest":60,"bands":[]},
  {"key":"physical","name":"Physical development","kind":"raw","lowest":0,"highest":60,"bands":[]},
  {"key":"literacy","name":"Literacy","kind":"raw","lowest":0,"highest":60,"bands":[]},
  {"key":"mathematics","name":"Mathematics","kind":"raw","lowest":0,"highest":60,"bands":[]},
  {"key":"world","name":"Understanding the world","kind":"raw","lowest":0,"highest":60,"bands":[]},
  {"key":"arts","name":"Expressive arts and design","kind":"raw","lowest":0,"highest":60,"bands":[]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, ends, scales)
VALUES ('p-scales', 'P scales (historical)', 'Department for Education', 'development', TRUE, 48, 227,
  'Free for schools.',
  'Withdrawn: P5 to P8 with the pre-key-stage standards, P1 to P4 with the engagement model in 2021. For results of those years only; never turned into other levels.', '2021-08-31',
  '[
  {"key":"reading","name":"Reading","kind":"levels","words":["P1i","P1ii","P2i","P2ii","P3i","P3ii","P4","P5","P6","P7","P8"],"bands":[]},
  {"key":"writing","name":"Writing","kind":"levels","words":["P1i","P1ii","P2i","P2ii","P3i","P3ii","P4","P5","P6","P7","P8"],"bands":[]},
  {"key":"speaking","name":"Speaking","kind":"levels","words":["P1i","P1ii","P2i","P2ii","P3i","P3ii","P4","P5","P6","P7","P8"],"bands":[]},
  {"key":"listening","name":"Listening","kind":"levels","words":["P1i","P1ii","P2i","P2ii","P3i","P3ii","P4","P5","P6","P7","P8"],"bands":[]},
  {"key":"number","name":"Number","kind":"levels","words":["P1i","P1ii","P2i","P2ii","P3i","P3ii","P4","P5","P6","P7","P8"],"bands":[]},
  {"key":"shape","name":"Shape, space and measures","kind":"levels","words":["P1i","P1ii","P2i","P2ii","P3i","P3ii","P4","P5","P6","P7","P8"],"bands":[]},
  {"key":"using","name":"Using and applying mathematics","kind":"levels","words":["P1i","P1ii","P2i","P2ii","P3i","P3ii","P4","P5","P6","P7","P8"],"bands":[]},
  {"key":"science","name":"Science","kind":"levels","words":["P1i","P1ii","P2i","P2ii","P3i","P3ii","P4","P5","P6","P7","P8"],"bands":[]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, ends, scales)
VALUES ('b-squared-engagement', 'B Squared: Engagement Steps', 'B Squared', 'development', TRUE, NULL, NULL,
  'Bought from the publisher by the school.',
  'Level and percent as Connecting Steps gives them. Never turned into other levels.', NULL,
  '[
  {"key":"english","name":"English","kind":"steps","words":["P1i","P1ii","P2i","P2ii","P3i","P3ii","P4","P5","P6"],"bands":[]},
  {"key":"mathematics","name":"Mathematics","kind":"steps","words":["P1i","P1ii","P2i","P2ii","P3i","P3ii","P4","P5","P6"],"bands":[]},
  {"key":"personal","name":"Personal and social","kind":"steps","words":["P1i","P1ii","P2i","P2ii","P3i","P3ii","P4","P5","P6"],"bands":[]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, ends, scales)
VALUES ('b-squared-progression', 'B Squared: Progression Steps', 'B Squared', 'development', TRUE, NULL, NULL,
  'Bought from the publisher by the school.',
  'Level and percent as Connecting Steps gives them. Never turned into other levels.', NULL,
  '[
  {"key":"english","name":"English","kind":"steps","words":["P4","P5","P6","P7","P8","Level 1","Level 2","Level 3","Level 4","Level 5","Level 6","Level 7"],"bands":[]},
  {"key":"mathematics","name":"Mathematics","kind":"steps","words":["P4","P5","P6","P7","P8","Level 1","Level 2","Level 3","Level 4","Level 5","Level 6","Level 7"],"bands":[]},
  {"key":"personal","name":"Personal and social","kind":"steps","words":["P4","P5","P6","P7","P8","Level 1","Level 2","Level 3","Level 4","Level 5","Level 6","Level 7"],"bands":[]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, ends, scales)
VALUES ('b-squared-primary', 'B Squared: Primary Steps', 'B Squared', 'development', TRUE, NULL, NULL,
  'Bought from the publisher by the school.',
  'Level and percent as Connecting Steps gives them. Never turned into other levels.', NULL,
  '[
  {"key":"english","name":"English","kind":"steps","words":["P4","P5","P6","P7","P8","Year 1","Year 2","Year 3","Year 4","Year 5","Year 6"],"bands":[]},
  {"key":"mathematics","name":"Mathematics","kind":"steps","words":["P4","P5","P6","P7","P8","Year 1","Year 2","Year 3","Year 4","Year 5","Year 6"],"bands":[]},
  {"key":"personal","name":"Personal and social","kind":"steps","words":["P4","P5","P6","P7","P8","Year 1","Year 2","Year 3","Year 4","Year 5","Year 6"],"bands":[]}]');

UPDATE instrument SET scales = replace(scales, '"key":"q",', '"key":"q","lowIsGood":true,') WHERE key IN ('boxall-2017', 'boxall-young');
UPDATE instrument SET scales = replace(scales, '"key":"r",', '"key":"r","lowIsGood":true,') WHERE key IN ('boxall-2017', 'boxall-young');
UPDATE instrument SET scales = replace(scales, '"key":"s",', '"key":"s","lowIsGood":true,') WHERE key IN ('boxall-2017', 'boxall-young');
UPDATE instrument SET scales = replace(scales, '"key":"t",', '"key":"t","lowIsGood":true,') WHERE key IN ('boxall-2017', 'boxall-young');
UPDATE instrument SET scales = replace(scales, '"key":"u",', '"key":"u","lowIsGood":true,') WHERE key IN ('boxall-2017', 'boxall-young');
UPDATE instrument SET scales = replace(scales, '"key":"v",', '"key":"v","lowIsGood":true,') WHERE key IN ('boxall-2017', 'boxall-young');
UPDATE instrument SET scales = replace(scales, '"key":"w",', '"key":"w","lowIsGood":true,') WHERE key IN ('boxall-2017', 'boxall-young');
UPDATE instrument SET scales = replace(scales, '"key":"x",', '"key":"x","lowIsGood":true,') WHERE key IN ('boxall-2017', 'boxall-young');
UPDATE instrument SET scales = replace(scales, '"key":"y",', '"key":"y","lowIsGood":true,') WHERE key IN ('boxall-2017', 'boxall-young');
UPDATE instrument SET scales = replace(scales, '"key":"z",', '"key":"z","lowIsGood":true,') WHERE key IN ('boxall-2017', 'boxall-young');
