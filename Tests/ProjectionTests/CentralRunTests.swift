import ExampleScenarios
import Testing

/// The central run of the model description: every parameter at its mode, every shock zero.
///
/// Columns: 2020, 2021, 2022, 2023, 2024, 2025, 2025 without funding, 2035.
private let centralRun: [(series: String, values: [Double])] = [
  ("gdp_nominal", [72.000000, 79.191975, 86.223528, 93.018994, 99.074403, 106.013920, 96.864375, 190.846003]),
  ("gdp_real", [72.000000, 77.767218, 83.147784, 88.082908, 92.117831, 96.784244, 88.454753, 145.223934]),
  (
    "income_all",
    [16614.000000, 18389.867181, 20203.793219, 22032.788601, 23734.725571, 25639.844316, 23776.330091, 51041.975611]
  ),
  (
    "income_rural",
    [11000.000000, 12136.681900, 13441.919048, 14835.013950, 16226.400151, 17701.257959, 15684.809621, 36132.181174]
  ),
  (
    "income_urban",
    [25000.000000, 27284.902058, 29367.199714, 31328.539731, 32978.576458, 34959.054387, 33275.071513, 61927.673280]
  ),
  ("jobs", [10.100000, 10.258851, 10.383512, 10.482615, 10.551427, 10.636957, 10.483840, 11.462327]),
  ("stable_job_share", [0.940000, 0.951094, 0.965628, 0.979487, 0.989477, 0.997055, 0.943730, 1.000000]),
  ("water_tightness", [0.980000, 0.989624, 1.002309, 1.008123, 1.006936, 1.003336, 1.013022, 1.034492]),
  ("value_added.crops", [7.600000, 8.059730, 8.689683, 9.380058, 10.057572, 10.694835, 8.981572, 14.799548]),
  (
    "value_added.clean_power", [12.500000, 13.173471, 14.088716, 15.107815, 16.136375, 17.115017, 15.177871, 24.443785]
  ),
  ("value_added.construction", [8.500000, 9.826487, 10.416876, 10.593262, 10.470136, 10.722167, 10.203832, 14.919416]),
  ("value_added.trade", [3.600000, 3.877104, 4.131563, 4.358092, 4.545143, 4.751590, 4.509890, 7.459044]),
  ("executed.infrastructure", [0.000000, 5.326949, 6.110769, 3.559754, 0.116551, 0.000004, 0.000000, 0.000000]),
  ("unspent.clean_energy", [0.000000, 0.136384, 0.433442, 0.682917, 0.478906, 0.253476, 0.000000, 0.000000]),
  ("pillar.environment", [82.000000, 85.227331, 89.911267, 94.403520, 97.234761, 99.037599, 79.500000, 95.832875]),
  ("maturity.agriculture", [0.000000, 0.074151, 0.212280, 0.386478, 0.560976, 0.715426, 0.000000, 0.952734]),
  ("outcome.cattle_raised", [11.200000, 11.945315, 13.143043, 14.597914, 16.059644, 17.385897, 12.377914, 21.787555]),
  (
    "income.rural.business",
    [3700.000000, 4023.188095, 4428.185365, 4871.348117, 5320.837437, 5777.082371, 5052.648880, 10751.950430]
  ),
  (
    "ningxia_income_all",
    [25735.000000, 27433.510000, 29244.121660, 31174.233690, 33231.733113, 35425.027499, 35425.027499, 67124.682260]
  ),
]

@Test func centralRunGivesTheKnownAnswersTo1e6() throws {
  var funded = try GivenDraws(ExampleScenarios.planned(horizon: 2035))
  funded.run()
  var unfunded = try GivenDraws(ExampleScenarios.planned(funded: false))
  unfunded.run()
  for (series, values) in centralRun {
    let run = funded.values(series)
    let answers = Array(run[0...5]) + [unfunded.values(series)[5], run[15]]
    // The known answers are printed with six decimals.
    for (answer, value) in zip(answers, values) { #expect(abs(answer - value) < 0.6e-6, "\(series)") }
  }
}
