import District

/// One of the fourteen steps of a model year: its title and its equations on a line each.
///
/// The same equations stand in docs/METHODOLOGY.md, section 6, whose titles a test holds against these.
public struct ModelStep: Sendable {
  /// The number by which the files of `Sources/Projection` and the documents call it.
  public let number: Int
  /// Its title.
  public let title: BilingualText
  /// Its equations, in the notation of the documents.
  public let equations: [String]

  private init(_ number: Int, _ zh: String, _ en: String, _ equations: String...) {
    self.number = number
    title = BilingualText(zh: zh, en: en)
    self.equations = equations
  }

  /// The section of docs/METHODOLOGY.md that holds the steps.
  public static let section = 6

  /// The steps in their order.
  public static let all: [ModelStep] = [
    ModelStep(
      1, "资金到位", "money arrives", "φ_f = min(φ_max, φ̂_f exp(σ_f e_f − σ_f²/2))", "A_p = exp(−π_I t) Σ_f M_pf,t φ_f"),
    ModelStep(
      2, "执行能力", "absorption", "cap_p = b̂_p C_p,  b_p = u_p + A_p", "x_p = b_p / √(1 + (b_p/cap_p)²),  u_p ← b_p − x_p"),
    ModelStep(
      3, "进度与成熟", "progress and maturity", "q_p ← q_p + x_p/C_p,  q′ = min(q_p, q_max)",
      "π_p = (1 − exp(−c_p q′)) / (1 − exp(−c_p)),  E_p ← E_p + m̂_p (π_p − E_p)"),
    ModelStep(
      4, "资本", "capital", "I_s = (δ_s + g_K) κ_s V_s,t−1 + (1 + χ) Σ_p B_sp x_p",
      "K_s ← (1 − δ_s) K_s + I_s,  k_s = ln[(K_s + K_s,t−1) / (K_s0 (1 + 1/(1 + g_K)))]"),
    ModelStep(5, "支柱指数", "pillars", "J_j ← J_j − d_j + Σ_p G_jp η_p (E_p − E_p,t−1)"),
    ModelStep(6, "劳动", "labour", "l_s = ι ν_s v_s,t−1"),
    ModelStep(
      7, "潜在产出", "potential output", "a_s ← ρ a_s + σ_s e_s,  α_s = ᾱ_s α̂ within 0.05 … 0.95",
      "v*_s = (g_s + ĝ) t + a_s + α_s k_s + (1 − α_s) l_s + Σ_j Θ_sj Θ̂_j (J_j − J_jb)/100 + Σ_p Γ_sp η_p E_p"),
    ModelStep(
      8, "以水定产", "water decides output",
      "w = ln w_0 + ψ v*_crops + ln(1 − min(0.6, Σ_p W_p η_p E_p)) − g_Q t − σ_w e_water",
      "v*_crops ← v*_crops − (sp(w) − sp(ln w_0))/ψ,  sp(y) = ln(1 + exp(40 y))/40"),
    ModelStep(
      9, "需求", "demand", "ξ ← ξ + σ_ξ e_export",
      "F_s = C_s0 exp(ĉ r_t−1) + G_s0 exp(g_G t) + I_s0 exp(g_I t) + X_s0 exp((ε_s + ε̂) t + ξ) + ζ ℓ_s Σ_p H_sp x_p",
      "v^d_s = ln([(1 − diag(ℓ) A)⁻¹ F]_s / x_s0)"),
    ModelStep(10, "产出闭合", "closure", "v_s = τ_s v*_s + (1 − τ_s) v^d_s,  V_s = V_s0 exp(v_s),  GDP = Σ_s V_s"),
    ModelStep(
      11, "价格与对照", "prices and comparators", "ln P_k ← ln P_k + p_k + p̂_k + σ_k e_k,  nominal GDP = Σ_s V_s P_k(s)",
      "ln Y_m ← ln Y_m + ln(1 + g_m) + ĝ_m + σ_m e_m"),
    ModelStep(
      12, "居民收入", "incomes", "ω ← ω + ω̂ + σ_ω e_wage",
      "ln y_i = ln y_i(2020) + ŷ_h + (β_i + β̂_h + π_C) t + ϱ [ln(Y_m/Y_m0) − t ln(1 + g_m)]"
        + " + Λ̂_c [Σ_s Λ_is (v_s − n t) + Λ_i,out ω] + Σ_p Υ_ip η_p E_p",
      "y_all = s_t y_urban + (1 − s_t) y_rural"),
    ModelStep(
      13, "就业", "jobs", "jobs = Σ_s N_s exp(ν_s v_s)",
      "stable share = min(1, ŝ + Σ_p S_p η_p E_p / 100 + 0.10 ln(jobs/jobs_2020))"),
    ModelStep(14, "实物成效", "physical outcomes", "O_i = O_i0 exp(θ_i t) + γ_i η_p(i) E_p(i)"),
  ]
}
