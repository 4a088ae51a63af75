import District

/// Every heading and sentence that reports share, in Chinese and English: the one catalogue of words.
///
/// `{1}`, `{2}`, ... stand for what `text(_:_:)` puts there.
public enum Label: String, CaseIterable, Sendable {
  // Reports as a whole
  case reportTitle, district, scenario, members, horizon, seed, scenarioNamed, notOfficial, notOfficialLong
  case inputCounts, assumedInputs, scenarioInputs, standardErrorNote, digitsNote
  case rangeNote, baseAssumed
  case precisionReached, precisionMissed, precisionUnknown
  // Headings of columns
  case indicator, unit, statistic, target, targetYear, probability, probabilityUnit, standardError, status
  case median, low, high, mean, planned, threshold, gap, commitment, reference, milestone
  case project, plannedCost, plannedNominal, executedMean, completion, baseLevel
  // Sections
  case indicatorSection, milestoneSection, commitmentSection, baseLevelSection, projectSection, notesSection
  // Milestones
  case oneYear, threeYears, fiveYears, later
  // Marks
  case placeholderMark, placeholderNote, notProjected, total, plannedTotal, executedTotal
  case probabilityOf
  // Statuses
  case sourced, derived, recalled, assumed
  // Short names for the terminal
  case gdpShort, gdpGrowthShort, incomeAllShort, incomeRuralShort, incomeUrbanShort
  case incomeAllRatioShort, incomeRuralRatioShort
  // Rates of the engine
  case benchHeading, benchWhat, benchRate, benchTime, benchModel, benchSampling, benchRun, benchSize
  // Lists of a district and of a scenario
  case sectorsTitle, projectsTitle, sourcesTitle, targetsTitle, pillarsTitle, inputsTitle
  case id, name, value, origin, overrides, path, industry, valueAdded, jobs, file, line
  case primaryIndustry, secondaryIndustry, tertiaryIndustry
  case capitalOutputRatio, arrivalSigma, baseValue, count, share
  case libraryTitle, plannedMoney, lastYear, title
  // Observations
  case observationsTitle, errorSD, mapping, use, conflictsTitle, conflictLine, noConflicts
  case useCompared, useHistory, useRecalled, useLater, useUnused
  case mappingSame, mappingProxy, mappingUnused, note, year
  // Assimilation
  case assimilationTitle, commitmentsBeforeAfter, probabilityBefore, probabilityAfter, figureSection, observed
  case saidBefore, saidAfter, residualBefore, residualAfter, takenAsGiven, learntSection, parameter, before, after
  case updatedChart, shift, spreadRatio, diagnosticsLine, collapsed, notCollapsed
  case figuresUsed, figureErrorsAssumed, recalledWarning, conflictKept
  // Comparisons
  case comparisonTitle, comparisonFacts, overviewSection, differenceSection, changeSection, costSection
  case referenceScenario, difference, probabilityHigher, probabilityIn, probabilityChange, extraMoney, outcome, step
  case costPerStep, sameUnitError, verdict, verdictTradeOff, verdictBetter, verdictWorse, verdictUndecided
  case dominance, dominatedBy, notDominated, pairedNote, costNote, dominanceNote
  // Sweeps
  case sweepFacts, axis, axisValues, axisAt, lowestProbability, highestProbability
  case stepOneYi, stepHundredYuan, stepOnePoint, lastYearMedian, costShort, comparisonChart
  case comparisonChartRange, comparisonChartRest, comparisonChartCommitments, axisEverywhere
  // Robustness
  case robustnessTitle, robustnessFacts, ruleSection, payoffSection, worstCase, largestRegret, noStress
  case allAlike, allCommitments, shareMet, shareMetNote, nearTieNote, robustnessChart, robustnessChartRange
  case ruleExpected, ruleMaximin, ruleRegret, ruleSatisficing
  case ruleExpectedNote, ruleMaximinNote, ruleRegretNote, ruleSatisficingNote
  // Backtest
  case backtestTitle, backtestOrigin, fewFigures, forecastMedian, range90, crpsShort, naiveLastGrowth, naiveRegionGrowth
  case inRange50, inRange90, yes, no, missMark, scoreSection, scoreAll, scoreIndependent, cases, relativeScore, skill
  case coverage, missesLine, noMisses, usedInInputs, independentFigure, assumptionScored, backtestNaiveNote,
    logScoreShort
  // Monitoring
  case stateMet, stateOnTrack, stateAtRisk, stateOutOfReach, worksDone, withoutFigures, noOfficialFigure
  case movedBy, movedUp, movedDown, hangsOn, neededGrowth, neededMoney, notByMoney, timeIsOver
  case ledgerTitle, ledgerNumber, ledgerKind, ledgerItem, ledgerRequirement, ledgerState, changePoints, changeSince
  case lastState, projectedMedian, requiredValue, officialFigure, whatDrives, whatIsNeeded, bandsNote, moneyNote
  case driversNote
  // Pictures
  case unitIs, fanBandsNote, targetLine, targetReached, targetReachedExactly, pictureNote, upperEnd, middle, lowerEnd
  case levelAssumed, probabilityPicture, probabilityRangeNote, completionPicture, completionNote, moneyPicture
  case moneyPictureNote, moneyAxis
  // Pages
  case headlineSection, courseSection, pageProjects, pageFunding, pageComparison
  case pageLedger, pageMethod, pageReproduce, skipToContent, contents
  case verdictCount, verdictLine, moneySentence, executedSentence, perUnitSentence, verdictNote
  case virtuallyCertain, veryLikely, likely, evenOdds, unlikely, veryUnlikely, nearlyImpossible
  case yearColumn, medianAndRange, moneyPlannedColumn, executedColumn, completionColumn, outcomesColumn, sourceColumn
  case ledgerIntro, ledgerOfStatus, scenarioLedger, numbersOfPicture
  case methodDraws, methodSteps, methodProbability, methodLimits, reproduceText, madeBy, fingerprintIs
  case notComputed, differenceNote, notOfficialPage, notOfficialNotebook, notebookRerun, notebookInputs
  case analysisRerun, figuresScored, pageWhy, pageAttribution, morePictures
  case moneyArriving, moneyAdjusted, moneyNotArrived, moneyArrived, moneyExecuted, moneyUnspent, moneyPastHorizon
  case moneyArrivingNote

  // Explanations of terms
  case glossaryIndicator, glossaryParameter, glossaryConstant, glossaryProject, glossarySource, glossaryTarget
  case glossarySector, glossaryPillar, glossaryShock, glossaryFile, glossaryColumn, glossaryInput, glossaryKey
  case glossaryMeaning, glossarySymbol, glossaryEquation, glossaryStep, glossaryPlace, glossaryDistribution,
    glossaryMembers
  case glossaryPlanned, glossaryMark, glossaryFiles, glossaryElsewhere, glossaryColumnOf, glossaryValue
  case glossaryUnitOfRow, glossaryShare, glossaryHint
  // Attributions
  case attributionTitle, byProject, bySource, byChannel, bySectorChannel, contributor, contribution
  case contributionShare, largestContributors, aloneEffect, lastEffect, interaction, otherContributors, probabilityFor
  case attributionChart, attributionChartRange, shapleyExact, shapleySampled, contributionNote, interactionNote
  case channelNote, channelCapital, channelPurchase, channelProductivity, channelPillar, channelIncome, channelWater
  case channelStableJob
  // What it would take
  case solveTitle, leverFunding, leverProject, leverSource, leverParameter, solvePresent, solveMet, solveAlready
  case solveAlways, solveOutOfReach, solveMoneyOutOfReach, solveMissesBy, solveMixed, solveFlat, solveTogether,
    solveNotTogether
  case solveFindings, solveLevers, combinationSection, pathSection, lever, leverStart, leverRange, leverAnswer
  case leverValue, leverError, leverTogether, answerMet, answerAlready, answerOutOfReach, pathLevers, pathPlanned
  case pathBest, pathDistrict, pathRegion, pathReached, pathMedian, pathLast, paceUncertain, paceSlow, paceMiddle
  case paceFast, notBy, solveChart, solveChartNote, shareOfRange, solveNote, solveParameterNote, pathNote
  // Scenario discovery
  case discoveryTitle, discoveryMissed, discoveryMet, discoveryBaseRate, discoveryNothing, discoveryAlways
  case discoveryBox, discoveryThin, discoveryFresh, discoveryFewer, discoveryBelow, discoveryAbove, discoveryBetween
  case discoveryCondition, discoveryRange, discoveryQuasiP, discoveryDensity, discoveryCoverage
  case discoveryPeeled, discoveryPasted, discoveryChosen, discoveryAssumed, discoveryMeaning, discoveryDropped
  case discoveryMembers, discoveryRestricted, discoveryTime, discoverySweep
  case discoveryUnsupported, discoveryAnd, discoveryCase, discoveryUnit
  // Differences between results
  case diffTitle, diffSame, diffPaired, diffIndependent, diffAdded, diffRemoved, diffOld, diffNew
  case diffDifference, diffMeasure, diffZ, diffScenarioSummary, diffMore, diffRowsMoved, diffNothing, diffShift
  case diffChartNote, diffInputs
  // The best division of a budget
  case allocationTitle, allocationGoal, allocationGain, allocationNoGain, allocationNever, allocationFitted
  case allocationGap, allocationStarts, allocationPlaceholders, allocationAssumed, allocationBroken, allocationPlan
  case allocationBest, allocationChange, allocationMoney, allocationFindings, allocationByProject, allocationByYear
  case allocationBySource, allocationOutcomes, allocationFrontierMoney, allocationFrontierAims, allocationSource
  case allocationYear, allocationEfficient, allocationChart, allocationChartNote, frontierMoneyChart, frontierAimsChart
  case frontierBest, frontierFront, frontierPlan, frontierNote, frontierBudget, allocationLimitsNote
  case allocationSmoothNote, allocationLosers, frontierFreshMeans, frontierPoint, frontierOf, frontierOfMoney
  case frontierOfAims

  // Runs in shards
  case shardsThere, shardsMissing, shardsComplete, membersThere, coreTime, shard, membersColumn, randomisation
  case shardIsThere, shardIsMissing, runComplete, pointsColumn, pointNumbers, startsColumn, startNumbers
  case pointsThere, startsThere, itemTime
  // Sensitivity
  case sensitivityTitle, uncertainParameters, uncertainInput, everyParameterOf, shocksOfYear, everyParameter, everyShock
  case setByScenario, shareSection, informationSection, findOutFirst, shiftIfKnown, shareAlone, shareWithOthers
  case atLowEnd, atHighEnd, tornadoTitle, tornadoSubtitle, swingNote, shiftNote, shareNote, listedNote
  case distributionsNote, swingSection

  /// The words in both languages.
  public var words: BilingualText { LabelCatalogue.words[self]! }

  /// The words in a language.
  public subscript(language: Language) -> String { words[language] }

  /// The words in a language with `{1}`, `{2}`, ... replaced.
  public func text(_ language: Language, _ parts: String...) -> String {
    var text = ""
    var rest = words[language][...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let number = Int(rest[rest.index(after: open)..<close]) ?? 0
      text += parts.indices.contains(number - 1) ? parts[number - 1] : String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}
