import Testing

struct AllocatorTests {
    @Test("jemalloc is the program's allocator and reads its options")
    func options() throws {
        let result = try Andon.run(["--version"], adding: ["MALLOC_CONF": "stats_print:true"])
        for option in ["opt.thp: \"always\"", "opt.narenas: 2", "opt.dirty_decay_ms: 1000 "] {
            #expect(result.errors.contains(option))
        }
    }
}
