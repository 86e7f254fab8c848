/** A vitest reporter that ends with why each test was skipped, and one plain line: `N passed, N failed`. */
export default class ClosingLine {
  /** @param {readonly import('vitest/node').TestModule[]} modules */
  onTestRunEnd(modules) {
    let passed = 0;
    let failed = 0;
    let skipped = 0;
    for (const module of modules) {
      if (module.errors().length > 0) failed += 1;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') passed += 1;
        else if (result.state === 'failed') failed += 1;
        else skipped += 1;
        const why = result.state === 'skipped' ? result.note : undefined;
        if (why !== undefined) console.log(`skipped: ${module.relativeModuleId}: ${test.fullName}: ${why}`);
      }
    }
    console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  }
}
