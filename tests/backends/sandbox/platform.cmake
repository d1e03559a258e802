# SPDX-License-Identifier: GPL-3.0-or-later
# What lives on the sandbox's clusters.
set(platform_links pilothouse_sandbox_platform pilothouse_sandbox_controllers pilothouse_sandbox_api pilothouse_core Qt6::Core nlohmann_json::nlohmann_json)
foreach(name tst_history tst_incident tst_scenario tst_slorules tst_traffic)
    pilothouse_test(${name} SOURCES ${name}.cpp LINK ${platform_links} TIMEOUT 300)
    target_compile_definitions(${name} PRIVATE PILOTHOUSE_SCENARIOS="${PROJECT_SOURCE_DIR}/resources/sandbox")
endforeach()
