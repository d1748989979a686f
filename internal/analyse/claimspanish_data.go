package analyse

import "rightsdesk/internal/public"

func tongueSpanish() *tongue {
	t := newTongue("es")
	t.spaceGroups, t.groupMarks, t.decimal = true, ".", ','
	t.small = values(map[string]float64{"un una uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15,
		"dieciséis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19, "veinte": 20, "veintiún veintiuno veintiuna": 21, "veintidós": 22, "veintitrés": 23, "veinticuatro": 24, "veinticinco": 25, "veintiséis": 26, "veintisiete": 27,
		"veintiocho": 28, "veintinueve": 29, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90, "cien ciento": 100, "doscientos doscientas": 200, "trescientos trescientas": 300,
		"cuatrocientos cuatrocientas": 400, "quinientos quinientas": 500, "seiscientos seiscientas": 600, "setecientos setecientas": 700, "ochocientos ochocientas": 800, "novecientos novecientas": 900})
	t.scales = values(map[string]float64{"mil": 1000, "millón millones": 1e6})
	t.vague = values(map[string]float64{"decenas": 10, "cientos centenares": 100, "miles": 1000, "millones": 1e6, "docenas": 12, "veintenas": 20})
	t.rough = values(map[string]float64{"decena": 10, "docena": 12, "quincena": 15, "veintena": 20, "treintena": 30, "cuarentena": 40, "cincuentena": 50, "centena": 100, "centenar": 100, "millar": 1000})
	t.months = months("enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre setiembre|octubre|noviembre|diciembre")
	t.ands, t.of = words("y"), words("de del los las la el sus")
	t.several, t.an, t.opens = words("varios varias unos unas"), words("un una"), words("mil")
	delete(t.several, "unos")
	delete(t.several, "unas")
	t.between, t.changeFrom = words("entre"), words("de desde")
	t.notBefore = words("artículo artículos art ley resolución capítulo página páginas n° nº número números párrafo decreto sala ruta pabellón celda km calle autopista versículo edad inciso fracción")
	delete(t.notBefore, "edad")
	t.notAfter = words("km kilómetros metros hectáreas toneladas grados puntos veces minutos segundos º ª")
	t.shorts = words("sr sra dr dra st sta art ud uds ee uu num prof gral cnel pág av")
	t.adjectives = words("jóvenes antiguos antiguas nuevos nuevas otros otras pequeños pequeñas viejos viejas presuntos presuntas simples grandes primeros primeras últimos últimas supuestos supuestas")
	t.breaks = words("pero mientras aunque quien quienes donde cuando porque si cuyo cuya sino")
	t.refused = words("él ella ellos ellas yo nosotros en a al por para con y o pero es son fue fueron era eran ha han había que se su este esta estos estas lo")
	t.demonyms = []string{"s"}
	t.helps = words("han sido fueron son están estaban habían habrían resultaron serían otros de ellos personas")
	t.done = words("detenidos detenidas arrestados arrestadas muertos muertas asesinados asesinadas encarcelados condenados heridos heridas ejecutados secuestrados expulsados liberados desaparecidos golpeados torturados")
	t.joins.add(t, joinTo, "a, -, –, —, o")
	t.joins.add(t, joinBetween, "y")
	t.before.add(t, public.AtMost, "hasta, como máximo, no más de, un máximo de, a lo sumo, máximo, no menos hasta, de hasta, tope de, no supera los")
	t.before.add(t, public.AtLeast, "al menos, por lo menos, no menos de, como mínimo, un mínimo de, cuando menos, mínimo")
	t.before.add(t, public.MoreThan, "más de, más del, por encima de, superior a, superan los, supera los, más que, superior al, mayor de, superó los")
	t.before.add(t, public.LessThan, "menos de, menos del, por debajo de, inferior a, menor de, menores de, ni siquiera")
	t.before.add(t, public.About, "cerca de, alrededor de, unos, unas, aproximadamente, casi, en torno a, poco más o menos, cerca del, alrededor del, cerca de los, cerca de las, un promedio de, en torno al, más o menos, en torno a los")
	t.behind.add(t, public.AtLeast, "o más, al menos, como mínimo, y más")
	t.behind.add(t, public.AtMost, "como máximo, o menos, a lo sumo")
	t.behind.add(t, public.About, "aproximadamente, más o menos")
	t.behind.add(t, public.MoreThan, "y pico, largos")
	t.hedges.add(t, public.Believed, "se cree que, se cree, se piensa que, se considera que, creen que, cree que, piensan que, se teme que, se presume que, se supone que, se supone")
	t.hedges.add(t, public.Estimated, "se estima que, se estima, se calcula que, se calcula, estima que, estiman que, calcula que, calculan que, estimado en, según estimaciones, según cálculos, se calculan en, según una estimación, cifra en, según las estimaciones, estimados, estimadas, estima, estiman, calcula, calculan")
	t.hedges.add(t, public.Reported, "según se informa, según reportes, según informes, según informaciones, según la prensa, según medios, según medios locales, según versiones, se dice que, se informa que, según trascendió, al parecer, habría, habrían, estaría, estarían, sería, serían, según se dice, se reportó que, según informaciones de prensa, según fuentes, se informó que, se ha informado, según reportes de prensa, según los informes, viviría, vivirían, trabajaría, trabajarían, según noticias, según algunos medios, según la agencia local")
	t.hedges.add(t, public.Alleged, "presuntamente, supuestamente, presunto, presunta, presuntos, presuntas, supuesto, supuesta, se le acusa de, se les acusa de, es acusado de, son acusados de, acusado de, acusada de, acusados de, acusadas de, está acusado de, están acusados de, afirma haber, afirman haber, asegura haber, aseguran haber, dice haber, dicen haber, alega, alegan, se acusa a, se le acusa de haber, acusan a, alegadamente, imputado por, acusa a")
	t.hedges.add(t, public.Possible, "podría, podrían, puede que, pueden, puede, posiblemente, quizá, quizás, tal vez, probablemente, es posible que, a lo mejor, pudieron, pudo, pudieran, podían, acaso, eventualmente")
	t.says.add(t, public.NoHedge, "dijo, dijeron, dice, dicen, declaró, declararon, afirmó, afirmaron, afirma, afirman, informó, informaron, informa, anunció, anunciaron, anuncia, señaló, señalaron, señala, indicó, indicaron, indica, aseguró, aseguraron, asegura, explicó, agregó, añadió, confirmó, confirmaron, denunció, denunciaron, denuncia, denuncian, advirtió, advirtieron, reconoció, sostuvo, sostiene, sostienen, manifestó, expresó, reportó, reportaron, reporta, documentó, contó, precisó, registró, publicó, admitió, ha dicho, han dicho, ha declarado, ha afirmado, ha anunciado")
	t.says.add(t, public.Estimated, "estima, estiman, calcula, calculan, estimó, calculó")
	t.says.add(t, public.Believed, "cree, creen, piensa, piensan")
	t.says.add(t, public.Alleged, "alega, alegan")
	t.according.add(t, public.NoHedge, "según, de acuerdo con, conforme a, a juicio de, en palabras de")
	t.asOf.add(t, true, "en, a finales de, a fines de, a principios de, para, hasta")
	t.adverbs = words("no nunca también además luego ya posteriormente ha han había")
	t.denials = words("no nunca jamás ley constitución")
	t.denies = words("niega niegan negó negaron desmintió desmienten desmiente desmintieron rechaza rechazan rechazó rechazaron")
	t.negations = words("no nunca jamás")
	t.openers = words("que y o como pero quien")
	t.stops = words("lunes martes miércoles jueves viernes sábado domingo que ayer en al menos más cerca unos hasta han ha son fueron")
	t.anonymous = words("algunos algunas varios varias otros otras fuentes expertos observadores analistas muchos testigos")
	kinds(t, map[string]string{
		"state": "gobierno, autoridades, moscú, pekín, pyongyang, kremlin, régimen, cancillería, departamento de estado", "office": "ministerio, ministro, ministra, policía, tribunal, fiscal, fiscalía, presidente, presidenta, embajador, portavoz, vocero, funcionarios, ejército, alcalde, gobernador, juzgado, senado, congreso",
		"igo": "onu, naciones unidas, acnur, oea, osce, relator, relatora, unión europea, cidh", "ngo": "ong, amnistía, asociación, organización, comité, fundación, activistas, observatorio, colectivo", "media": "agencia, periódico, diario, radio, televisión, medio, medios, prensa, semanario", "expert": "experto, experta, expertos, investigador, investigadora, profesor, profesora, analista, analistas"})
	t.percent.add(t, true, "%, por ciento")

	t.persons = words(spanishPeople)
	for unit, list := range map[string]string{"people": "personas, solicitantes de asilo, testigos de jehová, objetores de conciencia, defensores de derechos humanos, presos políticos", "families": "familias, hogares", "churches": "iglesias, parroquias, templos", "mosques": "mezquitas", "cases": "casos, denuncias, incidentes, ataques, arrestos, ejecuciones, asesinatos", "villages": "aldeas, pueblos", "companies": "empresas"} {
		t.nouns.add(t, unit, list)
	}
	t.things = words("motores sectores factores valores errores colores dolores tractores transmisores ordenadores televisores días meses documentos incidentes accidentes ataques bienes órdenes aviones camiones jardines")
	t.function = words("el la los las un una unos unas de del al a en por para con sin sobre bajo ante tras desde hasta hacia entre contra durante según y e o u ni que quien quienes cuyo donde cuando como si pero mas sino porque aunque mientras se le les lo me nos su sus mi este esta estos estas ese esa esos esas aquel " +
		"es son era eran fue fueron será serán sería serían está están estaba estaban estuvo ha han había habían habrá habría habrían he sido siendo ser estar haber hay no nunca más menos muy ya también solo sólo aún todavía ayer hoy antes después luego entonces además viven vive trabajan dijo dice dicen tras ellos ellas nosotros dos tres jamás atrás")
	t.units = words("años año meses mes semanas semana días día horas hora minutos veces")
	t.never = words("veces puntos razones maneras páginas líneas partes lados cosas más menos tras después antes además través entonces jamás detrás ellos ellas")
	t.personEndings = []string{"ores", "oras", "istas", "ianos", "ianas", "antes", "entes", "eros", "eras", "eños", "eñas", "eses", "esas", "anos", "anas", "íes", "ólogos", "enses", "ados", "adas", "idos", "idas"}
	t.aged, t.ageVerbs, t.fuller = words(""), words(""), words("")
	t.coordinates = words("y pero mientras aunque")
	t.afters, t.lasting = words("después antes"), words("durante")
	t.reports = words("prensa medios informes reportes versiones")
	t.scales["billones"] = 1e12
	t.shares.add(t, 50, "la mitad, mitad")
	t.shares.add(t, 100.0/3, "un tercio, una tercera parte, la tercera parte")
	t.shares.add(t, 200.0/3, "dos tercios, las dos terceras partes, dos terceras partes")
	t.shares.add(t, 25, "un cuarto, una cuarta parte, la cuarta parte")
	t.shares.add(t, 75, "tres cuartos, tres cuartas partes, las tres cuartas partes")
	t.shares.add(t, 20, "un quinto, una quinta parte, la quinta parte")
	t.shares.add(t, 10, "una décima parte, la décima parte")
	t.among.add(t, true, "de cada")
	t.amongNouns.add(t, true, "de cada")
	t.spelled.add(t, 6, "media docena")
	t.spelled.add(t, 50, "medio centenar")
	t.spelled.add(t, 500000, "medio millón")
	t.halves.add(t, true, "y medio, y media")
	t.currencies = money(t, "USD dólares, dólar, dólares estadounidenses, $|EUR euros, euro, €|MXN pesos mexicanos|COP pesos colombianos|ARS pesos argentinos|CUP pesos cubanos|GTQ quetzales|NIO córdobas|HNL lempiras|PEN soles|BOB bolivianos|VES bolívares|BRL reales|RUB rublos|GBP libras|CNY yuanes")
	t.signs = money(t, "USD $, US $|EUR €")
	t.times = units(t, "years años, año|months meses, mes|weeks semanas, semana|days días, día|hours horas, hora")
	t.rates.add(t, true, "al año, por año, anuales, cada año, al mes, por mes, mensuales, cada mes, al día, diarios")
	t.stocks.add(t, true, "dependen, depende, padecen, padece, sufren, sufre, necesitan, necesita, requieren, sobreviven, sobrevive, duermen, habitan, habita, languidecen, afrontan, enfrentan, pertenecen, ocupan, estudian, figuran, suman, malviven")
	t.stocks.add(t, true, "viven, vive, comparten, comparte, quedan, queda, trabajan, trabaja, están detenidos, están detenidas, permanecen, permanece, siguen, sigue, presos en, residen, reside, carecen, carece, se encuentran, se encuentra, alberga, albergan, acoge, acogen, emplea, emplean, tiene, tienen, incluye, incluyen, hay, existen, existe, cuenta con, cuentan con, esperan, aguardan, cumplen, cumple, vivían, trabajaban, permanecían, estaban, había, tenían, mantiene, mantienen, retiene, retienen, continúan, continúa, hacinados, sufren, padecen, hablan, duermen, ocupan, están, estarían, vivirían, trabajarían, seguirían, permanecerían, podrían estar, registra, recluye, ocultos")
	t.places.add(t, true, "actualmente, en prisión, en la cárcel, tras las rejas, todavía, aún, en detención, bajo custodia")
	t.pastEndings = []string{"ó", "aron", "ieron", "eron"}
	t.flows.add(t, true, "fue, ha, han, detuvo, condujo, produjo, redujo, trajo, dijo, hizo, puso, impuso, murió, habría, fueron, han sido, habrían sido, habían sido, acusado de, acusada de, acusados de, acusadas de, se le acusa, se les acusa")
	t.ageVerbs = words("tenía tiene")
	return t
}
