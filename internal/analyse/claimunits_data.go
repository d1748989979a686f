package analyse

import "rightsdesk/internal/public"

// moreEnglish adds what quantities, shares, times and verbs are known by.
func moreEnglish(t *tongue) {
	t.scales["billion"], t.scales["trillion"] = 1e9, 1e12
	t.scales["lakh"], t.scales["crore"] = 1e5, 1e7
	t.persons = words(englishPeople)
	t.things = words(englishThings)
	for w := range words(englishInvariable) {
		englishPeoples[w] = true
	}
	t.function = words("a an the of in on at by for from to with without within into onto over under after before since until till during about around between among across along against through throughout behind beyond near " +
		"and or but nor as than that this these those which who whom whose what when where while if because although though unless whether he she it they we i you him her them us his its their our my your " +
		"is are was were be been being am has have had having do does did will would can could may might must shall should not no never only even also just still yet already ever too so there here then now " +
		"said says say told reported including such per each every via upon off out up down away back together apart according despite except amid like around because both all any some more most less few many much " +
		"fled took came went left died got made gave held kept found put sent lost won saw led ran said set cut hit shot drowned sank signed attended share need face live work remain joined reportedly allegedly")
	t.units = words("years year months month weeks week days day hours hour minutes minute seconds second centuries century decades times percent kilometres kilometers miles metres meters km hectares acres tons tonnes litres degrees points pounds dollars euros roubles rubles pesos rupees yen yuan")
	t.never = words("times ways things reasons points parts sides words steps issues pages questions lines terms kinds types sorts means rounds phases others series news percents grounds facts rules ideas aims goals options factors yours ours versus thus always perhaps besides towards afterwards nowadays whereas needs says claims plans faces fears makes takes gets goes does gives shows comes")
	t.verbal = words("needs says claims plans faces fears makes takes gets goes does gives shows comes leaves lives works holds keeps marks calls asks reports demands protests strikes votes attempts moves returns attacks warns urges accuses denies")
	t.nouns.add(t, "people", "falun gong practitioners, falun gong, jehovah's witness, members of parliament, sex workers, prisoners of conscience, prisoners of war, human rights defenders, civilians, deaf people")
	for _, w := range []string{"an", "estimated"} {
		t.before.byFirst[w] = dropped(t, t.before.byFirst[w], "an estimated")
		t.before.byFirst[w] = dropped(t, t.before.byFirst[w], "estimated")
	}
	t.fuller = words("full more additional consecutive further long whole straight")
	t.aged, t.ageVerbs = words("aged age"), words("is was were turned turns turning only just barely reportedly allegedly be")
	t.refusable = words("bail him her them me us entry access visas visa asylum permission a an medical food appeal appeals petition motion request requests registration entry treatment")
	t.afters, t.lasting = words("after before later earlier ago since prior"), words("for lasted lasting over nearly about almost only another spent")
	t.reports = words("reports media press newspapers")
	t.keeps, t.keepers = words("held housed numbered houses"), words("police officers officials authorities soldiers troops army agents guards they he she") // "the prison held 870", but "police held 12"
	t.halfOf = words("of the its their all his her our")
	t.be = words("is are was were be been being am")
	t.modals = words("may might could would can will must should shall cannot")
	t.hedging = words("believed thought said reportedly allegedly reported estimated feared presumed known understood alleged suspected still also now already later then currently not never believed possibly probably likely perhaps accused of claims claimed claim believes believe estimates estimate to be that all more now")
	t.standing = words("live lives living reside resides residing dwell work works working remain remains remaining hold holds holding keep keeps keeping employ employs employing houses housing host hosts hosting contain contains " +
		"serve serves serving have has share shares await awaits awaiting lack lacks suffer suffers need needs belong belongs include includes exist exists still currently stay stays staying sit sits sleep sleeps languish languishes languishing registers register registered counts " +
		"hides hiding earn earns total totals stand stands survive comprise owns own stuck behind uses occupy occupies attend study studies carry depend want wants alive languished marked speak speaks")
	t.standingAt = words("held detained jailed imprisoned kept confined trapped stranded displaced missing hidden registered enrolled employed housed buried interned incarcerated locked based stationed exiled unemployed unaware active present in on at behind under without among inside within aboard homeless illiterate stateless interned forced unable free due ready subject awaiting afraid wanted bonded enslaved out")
	t.prepositions = words("in on at behind under without among inside within aboard out")
	t.pastVerbs = words("fled took taken came went gone left died got made gave given found put sent lost won saw seen led ran run set cut hit shot drowned sank hanged hung fell fallen met brought bought sold fought caught taught thrown threw drove driven broke broken spent told said rose struck stole stolen wrote written began begun became built beat beaten swept " +
		"slain slew shown withdrew withdrawn underwent overran burnt sought paid laid drew drawn bore born borne forced killed joined quit split spread felt rode wore worn sworn swore froze frozen flew flown forbade forbidden chose chosen blew torn hid")
	t.edged = words("need indeed speed breed feed seed exceed proceed succeed hundred sacred naked wicked united red bed armed unarmed alleged so-called related aged based")
	t.coordinates = words("and but while whereas")
	t.demonyms = append(t.demonyms, "an", "i")
	t.shares.add(t, 50, "half, one half, a half, half of")
	t.shares.add(t, 100.0/3, "a third, one third, one - third")
	t.shares.add(t, 25, "a quarter, one quarter, one - quarter, a fourth, one fourth")
	t.shares.add(t, 20, "a fifth, one fifth, one - fifth")
	t.shares.add(t, 10, "a tenth, one tenth, one - tenth")
	t.shares.drop("half")
	t.shares.add(t, 50, "half")
	for word, n := range map[string]float64{"thirds, - thirds": 3, "quarters, - quarters": 4, "fourths": 4, "fifths, - fifths": 5, "sixths": 6, "sevenths": 7, "eighths": 8, "ninths": 9, "tenths, - tenths": 10} {
		t.parts.add(t, n, word)
	}
	t.among.add(t, true, "in, out of, of every, in every, out of every, in each")
	t.spelled.add(t, 6, "half a dozen, half - a - dozen")
	t.halves.add(t, true, "and a half, and one half")
	t.signs = money(t, "USD $, US $, US$, USD|EUR €, EUR|GBP £, GBP|JPY ¥, JPY|RUB ₽|INR ₹, Rs, Rs .|KRW ₩|CAD C $, CA $|AUD A $, AU $|CHF CHF|NGN ₦|UAH ₴|TRY ₺")
	t.currencies = money(t, "USD dollars, dollar, us dollars, u . s . dollars, american dollars, USD, $, bucks|EUR euros, euro, EUR, €|GBP pounds, pounds sterling, sterling, GBP, £|RUB roubles, rubles, rouble, ruble, russian roubles|KRW won, south korean won|CNY yuan, renminbi|JPY yen|INR rupees, indian rupees|PKR pakistani rupees|"+
		"CHF swiss francs, francs|TRY lira, liras, turkish lira|UAH hryvnias, hryvnia|KZT tenge|UZS soms|IRR rials, iranian rials, tomans|SAR riyals, saudi riyals|AED dirhams|EGP egyptian pounds|NGN naira|KES shillings, kenyan shillings|ZAR rand|BRL reais, real|MXN pesos, mexican pesos|ARS argentine pesos|VND dong|BDT taka|MMK kyat, kyats|THB baht|IDR rupiah|PHP philippine pesos|ILS shekels|PLN zlotys|SEK kronor|ETB birr|AUD australian dollars|CAD canadian dollars")
	t.times = units(t, "years years, year, years ', year's, years'|months months, month, months'|weeks weeks, week|days days, day, days'|hours hours, hour")
	t.rates.add(t, true, "per year, a year, annually, every year, each year, yearly, per month, a month, every month, each month, a day, per day, every day, daily, a week, per week")
	t.percent.add(t, true, "percentage points")
	hedged(t, public.Reported, "reported to have been, reportedly have, are said to, is said to, was said to, were said to, said to, according to local reports, according to press reports, according to unconfirmed reports, according to reports from, according to a report, unconfirmed reports, reports say, reports said, reports suggest, reports suggested, news reports, local reports, media reports, is reported, are reported, was reported to, were reported to, it was reported, there are reports, amid reports")
	hedged(t, public.Alleged, "is accused of, are accused of, was accused of, were accused of, stands accused of, stand accused of, accused of, accuse, accused, claims to have, claim to have, claimed to have, claims to, claim to, is alleged, are alleged, it is alleged, was alleged, claims to be, so - called, alleges, alleged")
	hedged(t, public.Believed, "is thought, are thought, was thought, were thought, it is thought, believe, believes, thought to have been, are presumed, is presumed, is feared, are feared, feared to be, it is feared, understood to be, understood to have, are understood to, is understood to, widely believed")
	hedged(t, public.Estimated, "estimates that, estimate that, is estimated, are estimated, was estimated, were estimated, estimates put, estimated at, by one estimate, according to estimates, projected, projects that")
	hedged(t, public.Possible, "might, may, could, can possibly, may have been, might have been, could have been, maybe, conceivably, unconfirmed, is likely, are likely")
	t.before.add(t, public.AtMost, "as much as, no longer than, a maximum of, not over, capped at, at the most, as high as, a total of up to, maximum")
	t.before.add(t, public.AtLeast, "at the very least, no under, not under, minimum, a minimum, at a minimum, at least some")
	t.before.add(t, public.MoreThan, "more than one, beyond, exceeding, exceeds, exceeded, just over, well more than, surpassing, upward of, slightly more than, slightly over, north of, more than about, more than some")
	t.before.add(t, public.LessThan, "just under, well under, well below, fewer than about, no more than about, aged under, younger than, short of, not quite, barely")
	t.before.add(t, public.About, "something like, close on, just about, in the region of, in the neighborhood of, on the order of, an average of, roughly some, some of, estimated at about, near")
	t.behind.add(t, public.MoreThan, "- plus, - odd, -plus")
	t.behind.add(t, public.AtMost, "or under, or younger, or below, at the most, maximum")
	t.behind.add(t, public.AtLeast, "and up, or over, or older, and over, and above, or above, at a minimum")
	delete(t.notBefore, "age")
	delete(t.notBefore, "aged")
	for _, w := range []string{"half", "group", "groups", "world", "quarter", "level", "point", "points"} {
		delete(t.notBefore, w)
	}
	for w := range words("law bill act act. decree ward cell camp article chapter resolution room gate platform flight line bus unit brigade battalion division number school hospital") {
		t.notBefore[w] = true
	}
}

var englishPeoples = map[string]bool{}

// money reads "USD dollars, dollar|EUR euros".
func money(t *tongue, list string) phrases[string] { return units(t, list) }

// units reads "years years, year|months months": a unit and its forms, with bars
// between.
func units(t *tongue, list string) phrases[string] {
	var out phrases[string]
	for _, line := range splitBars(list) {
		unit, forms := line[0], line[1]
		out.add(t, unit, forms)
	}
	return out
}

func hedged(t *tongue, h public.Hedge, list string) { t.hedges.add(t, h, list) }

func moreFrench(t *tongue) {
	t.persons = words(frenchPeople)
	for w := range words("milliard milliards") {
		t.scales[w] = 1e9
	}
	t.things = words("papiers dossiers quartiers ateliers chantiers fichiers courriers cahiers métiers fleurs valeurs erreurs couleurs douleurs secteurs moteurs tracteurs ordinateurs facteurs heures églises mosquées sites gites pistes listes mois fois poids bois palais relais biens liens moyens terrains trains bulletins magasins jardins villages barrages ouvrages documents bâtiments appartements incidents accidents événements")
	t.function = words("le la les l' l’ un une des du de d' d’ à au aux en dans sur sous sans depuis pendant durant avant après vers chez entre par pour avec contre dès lors hors mais ou et ni car que qu' qui dont où ce cet cette ces son sa ses leur leurs il elle ils elles on nous vous je se s' s’ ne n' n’ pas plus moins très puis alors ainsi selon " +
		"est sont était étaient a ont avait avaient ait aient sera seront serait seraient aurait auraient fut furent été être avoir toujours encore déjà hier aujourd'hui demain près jamais dit disent tous toutes mis pris permis compris remis appris promis commis soumis admis tandis")
	t.units = words("ans an années année mois jours jour heures heure semaines semaine minutes fois")
	t.never = words("fois points raisons façons manières pages lignes parts cas reprises côtés choses plus moins dans sous vers après depuis alors")
	for w := range words("jeunes petites petits anciens anciennes autres nouveaux nouvelles premiers premières vieux vieilles grands grandes derniers dernières longs longues faux principales principaux") {
		t.adjectives[w] = true
	}
	t.personEndings = []string{"eurs", "euses", "istes", "iens", "iennes", "iers", "ières", "ants", "antes", "ois", "oises", "ais", "aises", "ains", "aines", "ateurs", "ards", "ites", "ins", "aires", "logues", "naires", "crates", "mates"}
	t.aged, t.ageVerbs = words("âgé âgée âgés âgées"), words("")
	t.coordinates = words("et mais tandis alors")
	t.shares.add(t, 50, "la moitié, moitié")
	t.shares.add(t, 100.0/3, "un tiers, le tiers")
	t.shares.add(t, 25, "un quart, le quart")
	t.shares.add(t, 20, "un cinquième")
	t.shares.add(t, 10, "un dixième")
	for word, n := range map[string]float64{"tiers": 3, "quarts": 4, "cinquièmes": 5, "sixièmes": 6, "dixièmes": 10} {
		t.parts.add(t, n, word)
	}
	t.among.add(t, true, "sur")
	t.amongNouns.add(t, true, "sur")
	t.spelled.add(t, 6, "une demi - douzaine, demi - douzaine")
	t.halves.add(t, true, "et demi, et demie")
	t.afters, t.lasting = words("après avant plus auparavant"), words("pendant durant environ")
	t.reports = words("presse médias rapports")
	t.currencies = money(t, "EUR euros, euro, €|USD dollars, dollar, $, dollars américains|RUB roubles, rouble|GBP livres sterling, livres|CHF francs suisses|XOF francs CFA, FCFA|CNY yuans, yuan|KRW wons|INR roupies|TRY livres turques|MAD dirhams|DZD dinars|JPY yens")
	t.signs = money(t, "EUR €|USD $|GBP £")
	t.times = units(t, "years ans, an, années, année|months mois|weeks semaines, semaine|days jours, jour|hours heures, heure")
	t.rates.add(t, true, "par an, par mois, chaque année, chaque mois, annuellement, par jour, par semaine")
	t.stocks.add(t, true, "travaillent, partagent, vivent, sont détenus, sont détenues, restent, demeurent, sont emprisonnés, séjournent, se trouvent, se trouver, compte, comptent, héberge, abrite, accueille, emploie, détient, retient, est habité, attendent, croupissent, purgent, sont retenus, sont retenues, seraient détenus, seraient détenues, seraient retenus, travailleraient, vivraient, se trouveraient, seraient bloqués, manquent, sont privés, figurent, souffrent, habitent, dorment, possèdent, parlent, resteraient, être détenus, être détenues, être retenus, vivre, travailler, sont enfermés, est détenu, purgent une peine, dénombre, sont bloqués, sont sans, existe, existent, contient, renferme, dispose de, sont, vivaient, travaillaient, étaient détenus, se trouvaient, purgeaient, comptait, abritait, restent, restaient, subsistent, sont employés")
	t.places.add(t, true, "actuellement, en prison, en détention, derrière les barreaux, toujours, encore")
	t.stocks.add(t, true, "être en, être dans, être à, se trouver encore, encore sous")
	t.auxiliaries = words("a ont avait avaient aurait auraient avoir été")
	t.pastEndings = []string{"é", "és", "ée", "ées", "i", "is", "it", "u", "us", "ert", "ait"}
	t.flows.add(t, true, "sont morts, sont mortes, sont arrivés, sont arrivées, sont partis, sont parties, sont entrés, sont sortis, sont tombés, sont accusés, accusé d'avoir, accusés d'avoir, accusée d'avoir, accusées d'avoir, ont été, a été, auraient été, avaient été, ont fui, ont tué")
	hedged(t, public.Believed, "croit que, on croit que, on croit qu', pense que, pense qu', on pense qu', pensent que, croient que, croient qu', penser que, est considéré, sont considérés")
	hedged(t, public.Estimated, "on estime que, on estime qu', estime que, estime qu', estiment que, estiment qu', selon une estimation, évalue à, évaluent à, est évalué à, sont évalués à, est estimé à, sont estimés à, estimations")
	hedged(t, public.Reported, "selon des médias, selon la presse, d'après la presse, selon des sources, selon les médias, selon des informations de presse, auraient été, aurait été, aurait, auraient, il semblerait, paraît-il, serait, seraient, selon des rapports, selon plusieurs médias, rapporte-t-on, dit-on, on rapporte que")
	hedged(t, public.Alleged, "est accusé d', est accusé de, est accusée d', est accusée de, sont accusés d', sont accusés de, sont accusées d', sont accusées de, accusé d', accusé de, accusés de, accusés d', accusée de, accusée d', affirme avoir, affirment avoir, prétend avoir, prétendent avoir, soupçonné de, soupçonné d', soupçonnés de, soupçonnés d', est soupçonné de")
	hedged(t, public.Possible, "pourrait, pourraient, peut - être, il se peut, il est possible que, possible, possiblement, probablement, peuvent être")
	t.before.add(t, public.AtMost, "au plus, jusqu', pas plus d', tout au plus, au maximum, un maximum d', n'excède pas, ne dépasse pas")
	t.before.add(t, public.AtLeast, "au moins, pas moins d', du moins, un minimum d', qu'au moins")
	t.before.add(t, public.LessThan, "moins d', à peine, pas tout à fait, en dessous de")
	t.before.add(t, public.MoreThan, "plus d', plus du, davantage que, dépassant, excédant")
	t.before.add(t, public.About, "près d', quelque, quelques, autour d', dans les, une moyenne de")
	delete(t.notBefore, "âgé")
	for _, w := range []string{"âge", "âgée", "âgés", "âgées"} {
		delete(t.notBefore, w)
	}
	t.notBefore["nationale"], t.notBefore["départementale"] = true, true
	delete(t.openers, "de")
}
