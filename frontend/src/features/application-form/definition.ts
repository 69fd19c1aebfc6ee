export * from "@/space/answers/definition";
