package analyse

// statementWords are the words by which a language tells acts of speech, orders,
// and what states do.
type statementWords struct {
	asserts, calls, denies, predicts string // acts of speech
	refusals, demands, foresees      string // words inside what is said
	verbs, nouns                     string // events
	orders                           [][2]string
	articles, joining, owners        string
	citing                           string
	bases                            [][2]string
}

var statementsOf = map[string]statementWords{
	"en": {
		asserts: "expressed interest in, expressed an interest in, expressed concern, expressed concerns, expressed concern about, expressed concerns about, expressed concern over, expressed alarm at, expressed regret over, voiced concern, voiced concerns about, voiced concern about, voiced alarm at, raised concerns about, raised concern about, raised concerns over, raised the alarm over, " +
			"raised the issue of, agree on is that, agree that, agrees that, agreed that, listed, ranked, has listed, condemned, condemns, denounced, denounces, criticised, criticized, accused, accuses, blamed, blames, described, praised, welcomed, hailed, showed interest in, shown interest in, warned of, warned against, cautioned against, acknowledged, conceded",
		calls:    "called for, calls for, call for, called on, calls on, call on, called upon, urged, urges, urge, demanded, demands, demand, appealed to, appealed for, appeals for, insisted on, pressed for, asked for, proposed, recommended, recommends",
		denies:   "denied, denies, deny, rejected, rejects, dismissed, dismisses, refuted, refutes, disputed, disputes, ruled out",
		predicts: "predicted, predicts, predict, forecast, forecasts, expects, expect, expected, plans to, plan to, vowed to, vows to, pledged to, pledges to, promised to, promises to, threatened to, threatens to, intends to, intend to",
		refusals: "not a violation, no violation, not violate, not violating, is not true, are not true, it's not, it’s not, it is not, was not, did not, didn't, never, there is no, there are no, nothing to do, is false, not guilty, are innocent, is innocent, a lie, lies, we deny, I deny, no evidence, no such, do not hold, does not hold",
		demands:  "must, should, ought to, has to, have to, needs to, need to, calls on, we call, we urge, we demand, let them, release, stop, end",
		foresees: "will, is going to, are going to, is expected to, are expected to, would, shall",
		verbs:    "signed, has signed, have signed, ratified, suspended, has suspended, have suspended, halted, banned, has banned, imposed, has imposed, expelled, has expelled, closed its, withdrew from, has withdrawn from, lifted, approved, adopted, launched, agreed to, recognised, recognized, extradited, deported, annexed, invaded, outlawed, abolished, cut ties with, froze, dissolved",
		nouns:    "suspension of, ban on, halt to, withdrawal from, closure of, expulsion of, freeze on, freezing of, embargo on, annexation of, recognition of, abolition of, deportation of, ratification of",
		orders: [][2]string{{"2", "second most, second - most, second largest, second - largest, second highest, second - highest, second biggest, second - biggest, second only to, ranks second, ranked second, is second, second place, second among, second in number"},
			{"3", "third most, third largest, third - largest, third highest, third - highest, third biggest, ranks third, ranked third, third place, third among"},
			{"4", "fourth most, fourth largest, fourth - largest, ranks fourth, fourth place"}, {"5", "fifth most, fifth largest, fifth - largest, ranks fifth"},
			{"1", "first among, ranks first, ranked first, first place, the largest number of, the highest number of, more than any other"}},
		articles: "the some many most several these those other", joining: "of and by for in from to with at on as or than between against about under over", owners: "its their his her",
		citing: "citing, quoting, quoted, referring to",
		bases: [][2]string{{"court_document", "court documents, indictment, verdict, court ruling, the ruling, court records, court filing"}, {"satellite", "satellite images, satellite imagery, satellite photos, satellite photographs"},
			{"survey", "survey, surveys, opinion poll, poll, questionnaire"}, {"official_record", "official figures, official statistics, official data, ministry figures, census, government figures, registry, official records, official register"},
			{"testimony", "witnesses, witness, eyewitnesses, survivors, survivor, testimony, testimonies, relatives, relative, defectors, former prisoners, his wife, her husband, his lawyer, her lawyer, residents said"},
			{"media", "according to media, media reports, state media, newspaper, news agency, state - run, television, press reports, local media"}},
	},
	"fr": {
		asserts: "a exprimé son intérêt pour, ont exprimé leur intérêt pour, ont manifesté leur intérêt pour, a manifesté son intérêt pour, auraient exprimé leur intérêt pour, aurait exprimé son intérêt pour, ont exprimé leur inquiétude, a exprimé son inquiétude, a exprimé ses inquiétudes, ont exprimé leurs inquiétudes, s'est inquiété, s'est inquiétée, s'inquiète, s’inquiète, s’est inquiétée, s’est inquiété, s'est dit préoccupé, s'est dite préoccupée, s’est dite préoccupée, s’est dit préoccupé, " +
			"a classé, a cité, ont condamné, a condamné, condamne, condamnent, dénonce, dénoncent, a dénoncé, ont dénoncé, critique, a critiqué, accuse, accusent, a accusé, s'accordent à dire que, s’accordent à dire que, s'accordent à dire qu', s'accordent sur le fait que, conviennent que, sont d'accord que, a salué, met en garde contre, a mis en garde contre, a placé, a rangé",
		calls:    "appelle à, appellent à, a appelé à, ont appelé à, exige, exigent, a exigé, ont exigé, réclame, réclament, a réclamé, ont réclamé, demande que, demandent que, demande à, a demandé, ont demandé, exhorte, a exhorté, plaide pour",
		denies:   "nie, nient, a nié, ont nié, dément, démentent, a démenti, ont démenti, rejette, rejettent, a rejeté, ont rejeté, réfute, a réfuté, conteste, contestent",
		predicts: "prévoit, prévoient, a promis, ont promis, compte, comptent, entend, menace de, a menacé de, prédit, s'attend à",
		refusals: "n'est pas, n’est pas, ne sont pas, n'a pas, n’a pas, n'ont pas, ne viole, ne violent, aucune violation, aucun, est faux, jamais, ce n'est pas, ce n’est pas, n'avons pas, pas une violation, il n'y a pas, il n’y a pas, il n'y a aucun, il n’y a aucun",
		demands:  "doit, doivent, devrait, devraient, il faut, nous exigeons, nous demandons, nous appelons, ne doivent, ne doit", foresees: "va, vont, sera, seront",
		verbs: "ont signé, a signé, avaient signé, a ratifié, ont ratifié, a suspendu, ont suspendu, a interdit, ont interdit, a imposé, ont imposé, a expulsé, ont expulsé, a fermé, s'est retiré, s’est retiré, s'est retirée, a levé, a adopté, a gelé, a annexé, ont conclu, a conclu, a interrompu",
		nouns: "suspension de, suspension des, suspension du, suspension d', interdiction de, interdiction des, gel de, gel des, arrêt des, retrait de, fermeture de, expulsion de, expulsion des, embargo sur, annexion de",
		orders: [][2]string{{"2", "deuxième pays, au deuxième rang, le deuxième plus grand nombre, la deuxième place, deuxième plus grand, second rang, en deuxième position, deuxième place, deuxième plus grande, deuxième employeur, deuxième destination, arrive deuxième"},
			{"3", "au troisième rang, la troisième place, troisième plus grand nombre, troisième pays, en troisième position"}, {"1", "au premier rang, en tête des, en tête de, à la première place, première parmi, premier parmi, en première place, en première position"}},
		articles: "les des certains plusieurs ces", joining: "de du des d' d’ et par pour en à aux avec sur ou que", owners: "sa son ses leur leurs",
		citing: "citant, en citant",
		bases: [][2]string{{"court_document", "acte d'accusation, jugement, arrêt de la cour, documents judiciaires"}, {"satellite", "images satellite, images satellites, imagerie satellitaire"}, {"survey", "sondage, enquête d'opinion"},
			{"official_record", "chiffres officiels, statistiques officielles, données officielles, recensement, registre"}, {"testimony", "témoins, témoin, témoignages, survivants, rescapés, proches, famille"}, {"media", "agence, médias d'état, journal, presse, médias"}},
	},
	"es": {
		asserts: "expresaron interés en, expresó interés en, mostraron interés en, mostró interés en, habrían expresado interés en, habría expresado interés en, habrían mostrado interés en, manifestaron interés en, manifestó preocupación por, expresó preocupación por, expresó su preocupación por, ha expresado su preocupación por, ha expresado preocupación por, expresaron preocupación por, expresaron su preocupación por, manifestó su preocupación por, " +
			"situó, colocó, incluyó, ubicó, clasificó, condenó, condenaron, condena, condenan, critica, criticó, criticaron, acusa, acusan, acusó, acusaron, coinciden en que, coinciden en, están de acuerdo en que, advirtió contra, advirtió sobre, alertó sobre, celebró",
		calls:    "pidió, pidieron, pide, piden, exigió, exigieron, exige, exigen, reclama, reclamó, reclamaron, instó a, instaron a, insta a, llamó a, llamaron a, solicitó, exhortó a, demandó",
		denies:   "niega, niegan, negó, negaron, desmintió, desmintieron, desmiente, rechaza, rechazan, rechazó, rechazaron, descartó",
		predicts: "prevé, prevén, prometió, prometieron, planea, planean, amenazó con, espera, esperan, pretende",
		refusals: "no es, no son, no viola, no violan, no hay, nunca, no hemos, no ha, no han, es falso, ninguna, ningún, jamás, no existe, no existen, no fue, no está", demands: "debe, deben, debería, deberían, tiene que, tienen que, hay que, exigimos, pedimos, no deben, no debe", foresees: "va a, van a, será, serán",
		verbs:    "firmaron, firmó, suscribieron, suscribió, ratificó, ratificaron, suspendió, suspendieron, prohibió, prohibieron, impuso, impusieron, expulsó, expulsaron, cerró, se retiró, levantó, aprobó, adoptó, anexionó, rompió relaciones, congeló, acordaron, han firmado, ha suspendido",
		nouns:    "suspensión de, suspensión del, prohibición de, congelación de, cierre de, expulsión de, embargo a, retirada de, anexión de",
		orders:   [][2]string{{"2", "segundo país, el segundo mayor número, segundo lugar, segunda posición, el segundo con más, la segunda mayor, segundo mayor, segundo destino, segundo puesto"}, {"3", "tercer país, tercer lugar, tercera posición, tercer mayor, tercer puesto"}, {"1", "primer lugar, primera entre, primero entre, en primer lugar, a la cabeza, primera posición, primer puesto"}},
		articles: "los las algunos algunas varios varias estos esos", joining: "de del y por para en a con sobre o que", owners: "su sus",
		citing: "citando a, que cita a, citando",
		bases: [][2]string{{"court_document", "sentencia, acta de acusación, documentos judiciales, auto judicial"}, {"satellite", "imágenes satelitales, imágenes de satélite"}, {"survey", "encuesta, sondeo"}, {"official_record", "cifras oficiales, datos oficiales, estadísticas oficiales, censo, registro oficial"},
			{"testimony", "testigos, testigo, testimonios, sobrevivientes, supervivientes, familiares, parientes"}, {"media", "agencia, prensa, medios estatales, medios, diario, periódico"}},
	},
	"ru": {
		asserts: "проявили интерес к, проявил интерес к, выразили интерес к, выразил интерес к, выразили заинтересованность в, выразил заинтересованность в, выразила заинтересованность в, выразил обеспокоенность, выразила обеспокоенность, выразили обеспокоенность, выразил озабоченность, выразила озабоченность, выразили озабоченность, выразило обеспокоенность, выразило озабоченность, осудил, осудила, осудили, осуждает, осуждают, критикует, раскритиковал, раскритиковала, обвинил, обвинила, обвинили, обвиняет, обвиняют, " +
			"назвал, назвала, назвали, назвало, поставил, поставило, поставила, сходятся в том, сходятся во мнении, согласны в том, единодушны в том, предостерег от, предупредил о, предупредила о, приветствовал, включило, включил, включила",
		calls:    "призвал, призвала, призвали, призывает, призывают, призвало, потребовал, потребовала, потребовали, требует, требуют, попросил, попросили, настаивает на, предложил, предложила",
		denies:   "отрицает, отрицают, отрицал, отрицала, отрицали, опроверг, опровергла, опровергло, опровергли, опровергает, опровергают, отверг, отвергла, отвергли, отвергает, отвергают",
		predicts: "прогнозирует, прогнозируют, обещает, пообещал, обещают, намерен, намерены, планирует, планируют, ожидает, ожидают, пригрозил",
		refusals: "не является, не нарушает, не нарушают, нет никаких, не было, никогда, это неправда, не существует, не имеет, не держим, нет ни, не нарушение, не нарушаем", demands: "должен, должна, должны, должно, следует, необходимо, нужно, требуем, призываем, не должны, не должен", foresees: "будет, будут",
		verbs:    "подписали, подписал, подписала, подписано, ратифицировал, ратифицировала, приостановил, приостановила, приостановили, запретил, запретила, запретили, ввел, ввела, ввели, выслал, выслала, выслали, закрыл, закрыла, вышла из, вышел из, отменил, отменила, принял закон, аннексировала, разорвал, разорвала, заморозил, заморозила, заключили",
		nouns:    "приостановку, приостановки, приостановка, приостановкой, приостановке, запрет на, запрета на, запретом на, прекращение, прекращения, прекращением, заморозка, заморозки, аннексия, аннексии, высылка, высылки, эмбарго на",
		orders:   [][2]string{{"2", "второе место, втором месте, вторая по числу, второй по числу, второе по числу, вторая по количеству, второй по количеству, вторая по величине"}, {"3", "третье место, третьем месте, третья по числу, третий по числу"}, {"1", "первое место, первом месте, первой среди, первым среди, первой в списке, первым в списке, первое по числу, первой в числе"}},
		articles: "", joining: "и в на из от по с", owners: "свою свое своих своей его ее их своем",
		citing: "со ссылкой на, ссылаясь на",
		bases: [][2]string{{"court_document", "обвинительное заключение, приговор суда, решение суда, материалы дела, судебные документы"}, {"satellite", "спутниковые снимки, спутниковых снимков, снимки со спутника"}, {"survey", "опрос, опроса, опросу"}, {"official_record", "официальным данным, официальные данные, официальной статистике, перепись, переписи, реестр, реестру"},
			{"testimony", "очевидцы, очевидцев, свидетели, свидетелей, выжившие, родственники, родственников, перебежчики"}, {"media", "агентство, агентства, газета, газеты, телеканал, сми, госагентство"}},
	},
	"ar": {
		asserts: "أعرب, أعربت, وأعرب, وأعربت, أعرب عن اهتمامه ب, أعربوا عن اهتمامهم, أبدى اهتماما, أبدوا اهتماما, أعرب عن قلقه, أعربت عن قلقها, أعرب عن, أعربت عن, وأعرب عن, وأعربت عن, أبدت قلقها, أدان, أدانت, انتقد, انتقدت, اتهم, اتهمت, وأدان, وأدانت, وضعت, صنفت, صنف, أدرجت, يتفق, يتفقون, اتفق, يتفقون على أن, يتفق على أن, يجمع, أجمع, حذر من, حذرت من, رحب, رحبت, أبدى, أبدت, وأبدى",
		calls:   "دعا, دعت, ودعا, ودعت, يدعو, تدعو, طالب, طالبت, وطالب, وطالبت, يطالب, تطالب, حث, حثت, ناشد, ناشدت",
		denies:  "نفى, نفت, ونفى, ونفت, ينفي, تنفي, رفض, رفضت, ورفض, ورفضت", predicts: "توقع, توقعت, تعهد, تعهدت, وعد, وعدت, يعتزم, تعتزم, هدد, هددت",
		refusals: "ليس انتهاكا, ليست انتهاكا, لا ينتهك, لا تنتهك, لا يشكل انتهاكا, ليس, ليست, لم نقم, لا يوجد, لا توجد, لا صحة, أبدا, لا يخالف, لا تخالف, لا يعد", demands: "يجب, ينبغي, لا بد, لا يجب, لا ينبغي, نطالب, ندعو", foresees: "سوف",
		verbs:    "وقعت, وقع, ووقعت, وقعتا, صادقت على, صادق على, علقت, علق, وعلقت, حظرت, حظر, فرضت, طردت, أغلقت, انسحبت من, رفعت, ضمت, جمدت, أبرمت",
		nouns:    "تعليق, تعليقها, حظر, حظرها, وقف واردات, وقفها, تجميد, طرد, إغلاق, ضم, وقف",
		orders:   [][2]string{{"2", "المرتبة الثانية, ثاني أكبر, المركز الثاني, ثاني أعلى, ثانيا"}, {"3", "المرتبة الثالثة, ثالث أكبر, المركز الثالث"}, {"1", "المرتبة الأولى, المركز الأول, في مقدمة, في صدارة, رأس قائمة, أولا"}},
		articles: "", joining: "", owners: "", citing: "نقلا عن",
		bases: [][2]string{{"court_document", "لائحة الاتهام, حكم المحكمة, وثائق المحكمة"}, {"satellite", "صور الأقمار الصناعية, صور أقمار صناعية"}, {"survey", "استطلاع, مسح"}, {"official_record", "أرقام رسمية, بيانات رسمية, إحصاءات رسمية, إحصاء رسمي"},
			{"testimony", "شهود, شهود عيان, ناجون, ناجين, أقارب, ذوو, شهادات"}, {"media", "وكالة, وسائل إعلام, صحيفة, قناة"}},
	},
}
