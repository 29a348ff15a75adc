-- The tests that Trellis brings: names, kinds of score, and cut-offs that are public. A trust sets its own beside them.

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('wellcomm-early', 'WellComm Early Years', 'GL Assessment', 'language', TRUE, 6, 72,
  'Bought from the publisher by the school.',
  'A toolkit of speech and language. Enter the colour, and the section in which it was reached: go down until it is green.',
  '[
  {"key":"colour","name":"Colour","kind":"colour","sections":[{"name":"1","youngest":6,"oldest":11},{"name":"2","youngest":12,"oldest":17},{"name":"3","youngest":18,"oldest":23},{"name":"4","youngest":24,"oldest":29},{"name":"5","youngest":30,"oldest":35},{"name":"6","youngest":36,"oldest":41},{"name":"7","youngest":42,"oldest":47},{"name":"8","youngest":48,"oldest":59},{"name":"9","youngest":60,"oldest":72}]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('wellcomm-primary', 'WellComm Primary', 'GL Assessment', 'language', TRUE, 72, 143,
  'Bought from the publisher by the school.',
  'A toolkit of speech and language. Enter the colour, and the section in which it was reached: go down until it is green.',
  '[
  {"key":"colour","name":"Colour","kind":"colour","sections":[{"name":"1","youngest":72,"oldest":83},{"name":"2","youngest":84,"oldest":95},{"name":"3","youngest":96,"oldest":107},{"name":"4","youngest":108,"oldest":143}]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('language-link-infant', 'Infant Language Link', 'Speech and Language Link', 'language', FALSE, 48, 95,
  'Bought from the publisher by the school.',
  'A yearly screening of understanding. The publisher does not mean it to measure progress: the same score again can be ordinary progress.',
  '[
  {"key":"understanding","name":"Understanding of language","kind":"standard","bands":[{"from":40,"name":"Lowest band: below the 6th percentile","concern":"act"},{"from":77,"name":"Below the 24th percentile","concern":"watch"},{"from":90,"name":"No concern","concern":"none"}]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('language-link-junior', 'Junior Language Link', 'Speech and Language Link', 'language', FALSE, 84, 143,
  'Bought from the publisher by the school.',
  'A yearly screening of understanding. The publisher does not mean it to measure progress: the same score again can be ordinary progress.',
  '[
  {"key":"understanding","name":"Understanding of language","kind":"standard","bands":[{"from":40,"name":"Lowest band: below the 6th percentile","concern":"act"},{"from":77,"name":"Below the 24th percentile","concern":"watch"},{"from":90,"name":"No concern","concern":"none"}]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('speech-link', 'Speech Link', 'Speech and Language Link', 'speech', FALSE, 48, 107,
  'Bought from the publisher by the school.',
  'A screening of speech sounds for children from 4 to 8.',
  '[
  {"key":"sounds","name":"Speech sounds","kind":"standard"}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('talk-boost-early', 'Early Years Talk Boost: tracker', 'Speech and Language UK', 'language', TRUE, 36, 59,
  'Bought from the publisher by the school.',
  'The total of the tracker before and after the programme. Set the cut-offs from your handbook.',
  '[
  {"key":"total","name":"Tracker total","kind":"raw","lowest":0,"highest":200,"bands":[]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('talk-boost-ks1', 'KS1 Talk Boost: tracker', 'Speech and Language UK', 'language', TRUE, 48, 95,
  'Bought from the publisher by the school.',
  'The total of the tracker before and after the programme. Set the cut-offs from your handbook.',
  '[
  {"key":"total","name":"Tracker total","kind":"raw","lowest":0,"highest":200,"bands":[]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('talk-boost-ks2', 'KS2 Talk Boost: tracker', 'Speech and Language UK', 'language', TRUE, 84, 131,
  'Bought from the publisher by the school.',
  'The total of the tracker before and after the programme. Set the cut-offs from your handbook.',
  '[
  {"key":"total","name":"Tracker total","kind":"raw","lowest":0,"highest":200,"bands":[]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('bpvs', 'British Picture Vocabulary Scale (BPVS)', 'GL Assessment', 'language', TRUE, 36, 203,
  'Bought from the publisher by the school.',
  '',
  '[
  {"key":"vocabulary","name":"Words understood","kind":"standard"},
  {"key":"vocabulary-age","name":"Words understood: age","kind":"months","bands":[]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('celf', 'Clinical Evaluation of Language Fundamentals (CELF)', 'Pearson', 'language', TRUE, 60, 263,
  'Given by a speech and language therapist or somebody trained as the publisher asks.',
  '',
  '[
  {"key":"core","name":"Core language","kind":"standard"},
  {"key":"receptive","name":"Receptive language","kind":"standard"},
  {"key":"expressive","name":"Expressive language","kind":"standard"}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('lass-8-11', 'LASS 8 to 11', 'GL Assessment', 'reasoning', TRUE, 96, 143,
  'Bought from the publisher by the school.',
  'Given on a computer; scores as percentiles.',
  '[
  {"key":"single-words","name":"Single word reading","kind":"percentile"},
  {"key":"sentences","name":"Sentence reading","kind":"percentile"},
  {"key":"spelling","name":"Spelling","kind":"percentile"},
  {"key":"reasoning","name":"Reasoning","kind":"percentile"},
  {"key":"auditory","name":"Auditory memory","kind":"percentile"},
  {"key":"visual","name":"Visual memory","kind":"percentile"},
  {"key":"phonic","name":"Phonic skills","kind":"percentile"},
  {"key":"phonological","name":"Phonological processing","kind":"percentile"}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('lass-11-15', 'LASS 11 to 15', 'GL Assessment', 'reasoning', TRUE, 132, 191,
  'Bought from the publisher by the school.',
  'Given on a computer; scores as percentiles.',
  '[
  {"key":"single-words","name":"Single word reading","kind":"percentile"},
  {"key":"sentences","name":"Sentence reading","kind":"percentile"},
  {"key":"spelling","name":"Spelling","kind":"percentile"},
  {"key":"reasoning","name":"Reasoning","kind":"percentile"},
  {"key":"auditory","name":"Auditory memory","kind":"percentile"},
  {"key":"visual","name":"Visual memory","kind":"percentile"},
  {"key":"phonic","name":"Phonic skills","kind":"percentile"},
  {"key":"phonological","name":"Phonological processing","kind":"percentile"}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('swst', 'Single Word Spelling Test (SWST)', 'GL Assessment', 'spelling', TRUE, 72, 179,
  'Bought from the publisher by the school.',
  '',
  '[
  {"key":"spelling","name":"Spelling","kind":"standard"},
  {"key":"spelling-age","name":"Spelling: age","kind":"months","bands":[]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('swrt', 'Single Word Reading Test (SWRT)', 'GL Assessment', 'reading', TRUE, 60, 191,
  'Bought from the publisher by the school.',
  '',
  '[
  {"key":"reading","name":"Reading words","kind":"standard"},
  {"key":"reading-age","name":"Reading words: age","kind":"months","bands":[]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('vernon', 'Graded Word Spelling Test (Vernon)', 'Hodder Education', 'spelling', TRUE, 60, 215,
  'Bought from the publisher by the school.',
  '',
  '[
  {"key":"spelling","name":"Spelling","kind":"standard"},
  {"key":"spelling-age","name":"Spelling: age","kind":"months","bands":[]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('nara', 'Neale Analysis of Reading Ability (NARA)', 'GL Assessment', 'reading', TRUE, 72, 155,
  'Bought from the publisher by the school.',
  '',
  '[
  {"key":"accuracy","name":"Accuracy","kind":"standard"},
  {"key":"accuracy-age","name":"Accuracy: age","kind":"months","bands":[]},
  {"key":"comprehension","name":"Comprehension","kind":"standard"},
  {"key":"comprehension-age","name":"Comprehension: age","kind":"months","bands":[]},
  {"key":"rate","name":"Rate","kind":"standard"},
  {"key":"rate-age","name":"Rate: age","kind":"months","bands":[]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('yarc-primary', 'YARC: primary', 'GL Assessment', 'reading', TRUE, 60, 143,
  'Bought from the publisher by the school.',
  'The York Assessment of Reading for Comprehension.',
  '[
  {"key":"accuracy","name":"Accuracy","kind":"standard"},
  {"key":"accuracy-age","name":"Accuracy: age","kind":"months","bands":[]},
  {"key":"rate","name":"Rate","kind":"standard"},
  {"key":"rate-age","name":"Rate: age","kind":"months","bands":[]},
  {"key":"comprehension","name":"Comprehension","kind":"standard"},
  {"key":"comprehension-age","name":"Comprehension: age","kind":"months","bands":[]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('yarc-secondary', 'YARC: secondary', 'GL Assessment', 'reading', TRUE, 132, 203,
  'Bought from the publisher by the school.',
  'The York Assessment of Reading for Comprehension.',
  '[
  {"key":"fluency","name":"Fluency","kind":"standard"},
  {"key":"fluency-age","name":"Fluency: age","kind":"months","bands":[]},
  {"key":"comprehension","name":"Comprehension","kind":"standard"},
  {"key":"comprehension-age","name":"Comprehension: age","kind":"months","bands":[]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('ngrt', 'New Group Reading Test (NGRT)', 'GL Assessment', 'reading', TRUE, 72, 203,
  'Bought from the publisher by the school.',
  '',
  '[
  {"key":"reading","name":"Reading","kind":"standard"},
  {"key":"reading-age","name":"Reading: age","kind":"months","bands":[]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('salford', 'Salford Sentence Reading Test', 'Hodder Education', 'reading', TRUE, 60, 167,
  'Bought from the publisher by the school.',
  '',
  '[
  {"key":"reading","name":"Reading sentences","kind":"standard"},
  {"key":"reading-age","name":"Reading sentences: age","kind":"months","bands":[]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('phab', 'Phonological Assessment Battery (PhAB)', 'GL Assessment', 'reading', TRUE, 60, 179,
  'Bought from the publisher by the school.',
  '',
  '[
  {"key":"alliteration","name":"Alliteration","kind":"standard"},
  {"key":"rhyme","name":"Rhyme","kind":"standard"},
  {"key":"naming","name":"Naming speed","kind":"standard"},
  {"key":"non-words","name":"Reading made-up words","kind":"standard"}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('verbal-reasoning', 'Verbal reasoning (NFER or GL)', 'NFER, GL Assessment', 'reasoning', TRUE, 84, 179,
  'Bought from the publisher by the school.',
  '',
  '[
  {"key":"verbal","name":"Verbal reasoning","kind":"standard"}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('non-verbal-reasoning', 'Non-verbal reasoning (NFER or GL)', 'NFER, GL Assessment', 'reasoning', TRUE, 84, 179,
  'Bought from the publisher by the school.',
  '',
  '[
  {"key":"non-verbal","name":"Non-verbal reasoning","kind":"standard"}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('cat4', 'Cognitive Abilities Test (CAT4)', 'GL Assessment', 'reasoning', FALSE, 72, 215,
  'Bought from the publisher by the school.',
  'Looks at how somebody reasons at one time; it is not made to measure progress.',
  '[
  {"key":"verbal","name":"Verbal","kind":"standard"},
  {"key":"quantitative","name":"Quantitative","kind":"standard"},
  {"key":"non-verbal","name":"Non-verbal","kind":"standard"},
  {"key":"spatial","name":"Spatial","kind":"standard"}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('ctopp', 'Comprehensive Test of Phonological Processing (CTOPP)', 'Pro-Ed', 'reasoning', TRUE, 48, 299,
  'Given by somebody qualified as the publisher asks.',
  '',
  '[
  {"key":"awareness","name":"Phonological awareness","kind":"standard"},
  {"key":"memory","name":"Phonological memory","kind":"standard"},
  {"key":"naming","name":"Rapid naming","kind":"standard"}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('dash', 'Detailed Assessment of Speed of Handwriting (DASH)', 'Pearson', 'writing', TRUE, 108, 203,
  'Given by somebody qualified as the publisher asks.',
  '',
  '[
  {"key":"speed","name":"Speed of handwriting","kind":"standard"}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('pira', 'Progress in Reading Assessment (PiRA)', 'Hodder Education', 'reading', TRUE, 48, 143,
  'Bought from the publisher by the school.',
  '',
  '[
  {"key":"reading","name":"Reading","kind":"standard"}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('puma', 'Progress in Understanding Mathematics (PUMA)', 'Hodder Education', 'mathematics', TRUE, 48, 143,
  'Bought from the publisher by the school.',
  '',
  '[
  {"key":"mathematics","name":"Mathematics","kind":"standard"}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('sandwell', 'Sandwell Early Numeracy Test', 'GL Assessment', 'mathematics', TRUE, 48, 179,
  'Bought from the publisher by the school.',
  '',
  '[
  {"key":"numeracy","name":"Numeracy","kind":"standard"},
  {"key":"numeracy-age","name":"Numeracy: age","kind":"months","bands":[]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('phonics-check', 'Phonics screening check', 'Department for Education', 'reading', FALSE, 60, 95,
  'Free for schools.',
  'Year 1, and again in Year 2 for those below the threshold. The threshold is set each year: check it.',
  '[
  {"key":"phonics","name":"Words read","kind":"raw","lowest":0,"highest":40,"bands":[{"from":0,"name":"Below 32, the threshold of recent years","concern":"act"},{"from":32,"name":"At or above the threshold","concern":"none"}]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('tables-check', 'Multiplication tables check', 'Department for Education', 'mathematics', FALSE, 96, 119,
  'Free for schools.',
  'Year 4. There is no pass mark.',
  '[
  {"key":"tables","name":"Right answers","kind":"raw","lowest":0,"highest":25,"bands":[]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('ks2-reading', 'Key stage 2 test: reading', 'Department for Education', 'reading', FALSE, 120, 143,
  'Free for schools.',
  '',
  '[
  {"key":"reading","name":"Reading","kind":"scaled"}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('ks2-maths', 'Key stage 2 test: mathematics', 'Department for Education', 'mathematics', FALSE, 120, 143,
  'Free for schools.',
  '',
  '[
  {"key":"mathematics","name":"Mathematics","kind":"scaled"}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('ks2-writing', 'Key stage 2 writing: teacher assessment', 'Department for Education', 'writing', FALSE, 120, 143,
  'Free for schools.',
  'From pre-key stage 1 to greater depth. A pupil on the engagement model has no level.',
  '[
  {"key":"writing","name":"Writing","kind":"levels","words":["PK1","PK2","PK3","PK4","PK5","PK6","WTS","EXS","GDS"],"bands":[{"from":0,"name":"Pre-key stage","concern":"watch"},{"from":6,"name":"Working towards","concern":"watch"},{"from":7,"name":"Expected standard","concern":"none"},{"from":8,"name":"Greater depth","concern":"none"}]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('sdq-teacher', 'SDQ: teacher', 'Youth in Mind', 'behaviour', TRUE, 48, 215,
  'Free on paper for schools; ask the publisher about any other use.',
  'The Strengths and Difficulties Questionnaire. A high score means more difficulty, but for kindness to others.',
  '[
  {"key":"total","name":"Total difficulties","kind":"raw","lowest":0,"highest":40,"bands":[{"from":0,"name":"Close to average","concern":"none"},{"from":12,"name":"Slightly raised","concern":"watch"},{"from":16,"name":"High","concern":"act"},{"from":19,"name":"Very high","concern":"act"}]},
  {"key":"emotional","name":"Emotional","kind":"raw","lowest":0,"highest":10,"bands":[{"from":0,"name":"Close to average","concern":"none"},{"from":4,"name":"Slightly raised","concern":"watch"},{"from":5,"name":"High","concern":"act"},{"from":6,"name":"Very high","concern":"act"}]},
  {"key":"conduct","name":"Conduct","kind":"raw","lowest":0,"highest":10,"bands":[{"from":0,"name":"Close to average","concern":"none"},{"from":3,"name":"Slightly raised","concern":"watch"},{"from":4,"name":"High","concern":"act"},{"from":5,"name":"Very high","concern":"act"}]},
  {"key":"hyperactivity","name":"Hyperactivity","kind":"raw","lowest":0,"highest":10,"bands":[{"from":0,"name":"Close to average","concern":"none"},{"from":6,"name":"Slightly raised","concern":"watch"},{"from":8,"name":"High","concern":"act"},{"from":9,"name":"Very high","concern":"act"}]},
  {"key":"peer","name":"Peers","kind":"raw","lowest":0,"highest":10,"bands":[{"from":0,"name":"Close to average","concern":"none"},{"from":3,"name":"Slightly raised","concern":"watch"},{"from":5,"name":"High","concern":"act"},{"from":6,"name":"Very high","concern":"act"}]},
  {"key":"prosocial","name":"Kind to others","kind":"raw","lowest":0,"highest":10,"bands":[{"from":0,"name":"Very low","concern":"act"},{"from":4,"name":"Low","concern":"act"},{"from":5,"name":"Slightly lowered","concern":"watch"},{"from":6,"name":"Close to average","concern":"none"}]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('sdq-parent', 'SDQ: parent', 'Youth in Mind', 'behaviour', TRUE, 48, 215,
  'Free on paper for schools; ask the publisher about any other use.',
  'The Strengths and Difficulties Questionnaire. A high score means more difficulty, but for kindness to others.',
  '[
  {"key":"total","name":"Total difficulties","kind":"raw","lowest":0,"highest":40,"bands":[{"from":0,"name":"Close to average","concern":"none"},{"from":14,"name":"Slightly raised","concern":"watch"},{"from":17,"name":"High","concern":"act"},{"from":20,"name":"Very high","concern":"act"}]},
  {"key":"emotional","name":"Emotional","kind":"raw","lowest":0,"highest":10,"bands":[{"from":0,"name":"Close to average","concern":"none"},{"from":4,"name":"Slightly raised","concern":"watch"},{"from":5,"name":"High","concern":"act"},{"from":7,"name":"Very high","concern":"act"}]},
  {"key":"conduct","name":"Conduct","kind":"raw","lowest":0,"highest":10,"bands":[{"from":0,"name":"Close to average","concern":"none"},{"from":3,"name":"Slightly raised","concern":"watch"},{"from":4,"name":"High","concern":"act"},{"from":6,"name":"Very high","concern":"act"}]},
  {"key":"hyperactivity","name":"Hyperactivity","kind":"raw","lowest":0,"highest":10,"bands":[{"from":0,"name":"Close to average","concern":"none"},{"from":6,"name":"Slightly raised","concern":"watch"},{"from":8,"name":"High","concern":"act"},{"from":9,"name":"Very high","concern":"act"}]},
  {"key":"peer","name":"Peers","kind":"raw","lowest":0,"highest":10,"bands":[{"from":0,"name":"Close to average","concern":"none"},{"from":3,"name":"Slightly raised","concern":"watch"},{"from":4,"name":"High","concern":"act"},{"from":5,"name":"Very high","concern":"act"}]},
  {"key":"prosocial","name":"Kind to others","kind":"raw","lowest":0,"highest":10,"bands":[{"from":0,"name":"Very low","concern":"act"},{"from":6,"name":"Low","concern":"act"},{"from":7,"name":"Slightly lowered","concern":"watch"},{"from":8,"name":"Close to average","concern":"none"}]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('sdq-self', 'SDQ: young person', 'Youth in Mind', 'behaviour', TRUE, 132, 215,
  'Free on paper for schools; ask the publisher about any other use.',
  'The Strengths and Difficulties Questionnaire. A high score means more difficulty, but for kindness to others.',
  '[
  {"key":"total","name":"Total difficulties","kind":"raw","lowest":0,"highest":40,"bands":[{"from":0,"name":"Close to average","concern":"none"},{"from":15,"name":"Slightly raised","concern":"watch"},{"from":18,"name":"High","concern":"act"},{"from":20,"name":"Very high","concern":"act"}]},
  {"key":"emotional","name":"Emotional","kind":"raw","lowest":0,"highest":10,"bands":[{"from":0,"name":"Close to average","concern":"none"},{"from":5,"name":"Slightly raised","concern":"watch"},{"from":6,"name":"High","concern":"act"},{"from":7,"name":"Very high","concern":"act"}]},
  {"key":"conduct","name":"Conduct","kind":"raw","lowest":0,"highest":10,"bands":[{"from":0,"name":"Close to average","concern":"none"},{"from":4,"name":"Slightly raised","concern":"watch"},{"from":5,"name":"High","concern":"act"},{"from":6,"name":"Very high","concern":"act"}]},
  {"key":"hyperactivity","name":"Hyperactivity","kind":"raw","lowest":0,"highest":10,"bands":[{"from":0,"name":"Close to average","concern":"none"},{"from":6,"name":"Slightly raised","concern":"watch"},{"from":7,"name":"High","concern":"act"},{"from":8,"name":"Very high","concern":"act"}]},
  {"key":"peer","name":"Peers","kind":"raw","lowest":0,"highest":10,"bands":[{"from":0,"name":"Close to average","concern":"none"},{"from":3,"name":"Slightly raised","concern":"watch"},{"from":4,"name":"High","concern":"act"},{"from":5,"name":"Very high","concern":"act"}]},
  {"key":"prosocial","name":"Kind to others","kind":"raw","lowest":0,"highest":10,"bands":[{"from":0,"name":"Very low","concern":"act"},{"from":5,"name":"Low","concern":"act"},{"from":6,"name":"Slightly lowered","concern":"watch"},{"from":7,"name":"Close to average","concern":"none"}]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('boxall-2017', 'Boxall Profile (2017, primary)', 'nurtureuk', 'wellbeing', TRUE, 48, 143,
  'By the publisher’s service.',
  'In strands A to J a high score is good, in Q to Z a low one. The norms were made anew in 2017: never compare with an older profile. Set the cut-offs from your handbook.',
  '[
  {"key":"a","name":"Strand A","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"b","name":"Strand B","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"c","name":"Strand C","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"d","name":"Strand D","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"e","name":"Strand E","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"f","name":"Strand F","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"g","name":"Strand G","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"h","name":"Strand H","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"i","name":"Strand I","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"j","name":"Strand J","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"q","name":"Strand Q","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"r","name":"Strand R","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"s","name":"Strand S","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"t","name":"Strand T","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"u","name":"Strand U","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"v","name":"Strand V","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"w","name":"Strand W","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"x","name":"Strand X","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"y","name":"Strand Y","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"z","name":"Strand Z","kind":"raw","lowest":0,"highest":20,"bands":[]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('boxall-young', 'Boxall Profile for Young People', 'nurtureuk', 'wellbeing', TRUE, 132, 227,
  'By the publisher’s service.',
  'In strands A to J a high score is good, in Q to Z a low one. Set the cut-offs from your handbook.',
  '[
  {"key":"a","name":"Strand A","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"b","name":"Strand B","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"c","name":"Strand C","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"d","name":"Strand D","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"e","name":"Strand E","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"f","name":"Strand F","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"g","name":"Strand G","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"h","name":"Strand H","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"i","name":"Strand I","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"j","name":"Strand J","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"q","name":"Strand Q","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"r","name":"Strand R","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"s","name":"Strand S","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"t","name":"Strand T","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"u","name":"Strand U","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"v","name":"Strand V","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"w","name":"Strand W","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"x","name":"Strand X","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"y","name":"Strand Y","kind":"raw","lowest":0,"highest":20,"bands":[]},
  {"key":"z","name":"Strand Z","kind":"raw","lowest":0,"highest":20,"bands":[]}]');

INSERT INTO instrument (key, name, publisher, domain, measures_progress, youngest_months, oldest_months, licence, about, scales)
VALUES ('leuven', 'Leuven scales', 'Open', 'wellbeing', TRUE, NULL, NULL,
  'Free to use.',
  'Looked for over a few minutes, several times.',
  '[
  {"key":"wellbeing","name":"Wellbeing","kind":"levels","words":["1","2","3","4","5"],"bands":[{"from":0,"name":"Extremely low","concern":"act"},{"from":1,"name":"Low","concern":"act"},{"from":2,"name":"Moderate","concern":"watch"},{"from":3,"name":"High","concern":"none"},{"from":4,"name":"Extremely high","concern":"none"}]},
  {"key":"involvement","name":"Involvement","kind":"levels","words":["1","2","3","4","5"],"bands":[{"from":0,"name":"Extremely low","concern":"act"},{"from":1,"name":"Low","concern":"act"},{"from":2,"name":"Moderate","concern":"watch"},{"from":3,"name":"High","concern":"none"},{"from":4,"name":"Extremely high","concern":"none"}]}]');
